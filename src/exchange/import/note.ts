/** What is to be said of a row, or of a cell of it. */
export interface RowNote {
  /** As spreadsheets count: the header is row 1. */
  readonly row: number;
  /** REFUSED: the row is not imported; LEFT_OUT: it is, without what this is about; NOTICE: it is, as this says. */
  readonly severity: "REFUSED" | "LEFT_OUT" | "NOTICE";
  /** Empty where it is about the row as a whole. */
  readonly column: string;
  /** What stands in the cell. */
  readonly value: string;
  /** A stable word: `NOT_A_NUMBER`. */
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a cell, before it is known what becomes of the row. */
export interface CellFault {
  readonly column: string;
  readonly code: string;
  readonly message: string;
}
