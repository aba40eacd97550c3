import ArabicText

/// A row of cells in visual order.
package struct Line: Hashable, Sendable {
  /// The cells from left to right.
  package let cells: [Cell]
  /// The text of the line, from its first scalar to the first of the next line.
  package let span: TextSpan
  /// The direction of the paragraph.
  package let direction: Direction

  /// The cell that shows `offset`, or, for a scalar that is not drawn, the one after it in logical
  /// order; `nil` where the line shows nothing at or after `offset`.
  ///
  /// - Complexity: O(*n*) in the cells of the line.
  package func cell(at offset: TextOffset) -> Cell? {
    cells.filter { $0.span.upper > offset && !$0.span.isEmpty }.min { $0.span < $1.span }
  }

  /// The cell that covers `column`, or `nil` beside the text.
  package func cell(at column: Column) -> Cell? {
    cells.first { $0.column <= column && column < $0.column + $0.columns }
  }

  /// The text at `column`; beside the text, the nearer end of the line in logical order.
  package func offset(at column: Column) -> TextOffset {
    if let cell = cell(at: column) { return cell.span.lower }
    let isBefore = cells.first.map { column < $0.column } ?? true
    // To the left of right-to-left text lies its end.
    return isBefore == (direction == .leftToRight) ? span.lower : span.upper
  }

  /// The columns that `span` takes on this line: one run for each unbroken stretch, from the left.
  ///
  /// A cell belongs to the span if any of its text does, as half of a lam-alef; a decoration if it
  /// stands at the end of the span or inside; a kashida only inside.
  ///
  /// - Complexity: O(*n*) in the cells of the line.
  package func runs(of span: TextSpan) -> [Range<Column>] {
    var runs: [Range<Column>] = []
    for cell in cells where cell.columns > 0 && cell.shows(span) {
      let range = cell.column..<cell.column + cell.columns
      if let last = runs.last, last.upperBound == range.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        runs.append(range)
      }
    }
    return runs
  }
}

extension Cell {
  /// Whether any of the cell's text lies in `span`.
  package func shows(_ span: TextSpan) -> Bool {
    guard self.span.isEmpty else { return self.span.overlaps(span) }
    let place = self.span.lower
    return span.lower < place && (kind == .kashida ? place < span.upper : place <= span.upper)
  }
}
