import { sql } from 'kysely'
import type { MonthFigure } from '../../../../shared/counselling/figures.ts'
import type { CounsellingDesk } from '../../session.ts'

/**
 * Consultations of a year by month, those without any included: consultations with people (anonymous ones too) apart from
 * those with administrations and institutions (Fachberatung).
 */
export async function consultationsPerMonth(desk: CounsellingDesk, year: number): Promise<MonthFigure[]> {
  const { rows } = await sql<{ month: number; professional: number; total: number }>`
    SELECT CAST(substr(consultation.held_on, 6, 2) AS INTEGER) AS month,
      count(CASE WHEN counselling_case.kind = 'professional' THEN 1 END) AS professional, count(*) AS total
    FROM consultation LEFT JOIN counselling_case ON counselling_case.id = consultation.case_id
    WHERE consultation.held_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`} AND consultation.deleted_at IS NULL
    GROUP BY month`.execute(desk.database.read)
  return Array.from({ length: 12 }, (_, index) => {
    const row = rows.find(({ month }) => month === index + 1)
    const professional = row?.professional ?? 0
    return { month: index + 1, people: (row?.total ?? 0) - professional, professional }
  })
}
