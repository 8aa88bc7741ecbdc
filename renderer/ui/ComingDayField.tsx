export { ComingDateInput as ComingDayField } from '../ui/ComingDateInput.tsx'
