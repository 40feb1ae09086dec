/**
 * What the elements of the register are for assistive technology. Rows and headers of a table with the role `grid` are those
 * of a grid by themselves (HTML-AAM); it is said once, here, for the table and its cells.
 */
export const GRIGLIA = { role: 'grid', 'aria-multiselectable': true } as const;
export const GRIGLIA_IN_LETTURA = { ...GRIGLIA, 'aria-readonly': true } as const;
export const CELLA = { role: 'gridcell' } as const;
/** Said only of the cells selected: of the others a screen reader would repeat «non selezionata» at every step. */
export const CELLA_SCELTA = { ...CELLA, 'aria-selected': true } as const;
