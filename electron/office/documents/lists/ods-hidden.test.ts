import { expect, it } from 'vitest'
import { hiddenInOds } from './ods-hidden.ts'

it('finds hidden sheets, rows and columns of OpenDocument, also repeated and filtered ones', () => {
  const found = hiddenInOds(`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
    <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
    <table:table table:name="A &amp; B" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row table:visibility="filter"><table:table-cell/></table:table-row></table:table>
    <table:table table:name="Privat" table:style-name="ta2"><table:table-row/></table:table>`)
  expect(found.get('A & B')).toEqual({ sheet: false, rows: new Set([3]), columns: new Set([1, 2]) })
  expect(found.get('Privat')).toEqual({ sheet: true, rows: new Set(), columns: new Set() })
})
