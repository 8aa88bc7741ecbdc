/**
 * The list beside the record. The width lies with the person's other settings in office.db, so its name says nothing of what is
 * shown here.
 */
export const listLayout = { name: 'area-3.list', initial: 450, smallest: 300, recordSmallest: 430 }
