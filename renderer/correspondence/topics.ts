import { statementFields } from '../../shared/correspondence/statements/catalogue.ts'

/** Topics to choose from: the fields of policy, so that press work, material and statements are counted alike. */
export const topicOptions = statementFields.map(({ code, label }) => ({ value: code, label }))
