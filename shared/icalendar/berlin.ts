/** The zone of every office that uses this application. */
export const berlin = 'Europe/Berlin'

/**
 * Its time zone for a calendar file. Yearly rules from 1970 on, the form that Outlook reads right; a zone of single changes or
 * without a rule makes it show events an hour late (RFC 5545, 3.6.5). The rules are those since 1996, of Directive 2000/84/EC.
 */
export const berlinZone: readonly string[] = [
  'BEGIN:VTIMEZONE', `TZID:${berlin}`, `X-LIC-LOCATION:${berlin}`,
  'BEGIN:DAYLIGHT', 'TZNAME:CEST', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZNAME:CET', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
]
