import ArabicText

/// A row of cells as a line of text that a terminal with a bidirectional algorithm of its own shows as
/// that row.
///
/// The terminal is taken to resolve the row as a paragraph from left to right (UAX #9) and to mirror
/// brackets at odd levels. Under that base without embeddings, Latin letters and the numbers near them
/// stay where they are; each stretch of right-to-left letters, with the numbers and signs inside it,
/// is sent from its right end, its numbers from their left.
///
/// Beside a border of box drawing, a space is sent as U+2800 likewise: what stands on its two sides is
/// no one text, and Konsole orders either side by itself.
///
/// Three things cannot stand in a row from left to right as they are. They are drawn otherwise, so that
/// the order holds:
/// - European digits to the right of Arabic letters with nothing Arabic further right take the direction
///   of those letters. The white space between becomes U+2800, a blank that counts as a Latin letter.
/// - Where there is no such space, those digits become Arabic-Indic ones, which are numbers anywhere.
/// - A bracket that would make a pair with one that is not its partner becomes the upper half of a
///   large one, which makes no pair.
package struct InverseBidi: Hashable, Sendable {
  /// One cell of the line that is to be sent.
  package struct Item: Hashable, Sendable {
    /// The index, in the row, of the cell whose place on the screen this is.
    package var source: Int
    /// What to send: the cell's own text, or what is drawn in its place.
    package var text: String
  }

  /// The cells in the order in which they are sent.
  package let items: [Item]
  /// Whether the row will be shown exactly in the order asked for.
  ///
  /// It is for all but the oddest rows: those with a Hangul vowel on an Arabic letter, with
  /// superscript digits against an Arabic word, or with two kinds of digits mixed in one number.
  package let isExact: Bool

  /// Makes the line for the cells of a row, from the left: of each its base and marks.
  ///
  /// - Parameters:
  ///   - row: the text of each cell.
  ///   - mirrors: whether the terminal mirrors brackets in right-to-left text.
  /// - Complexity: O(*n*); O(*n* · *b*) with *b* brackets that would pair wrongly.
  package init(row: [String], mirrors: Bool = true) {
    var plan = InversePlan(row, mirrors: mirrors)
    plan.separateNumbers()
    var order = plan.order
    var found = plan.resolvedLevels(in: order)
    while found != plan.levels, plan.replaceBracket(where: found) {
      order = plan.order
      found = plan.resolvedLevels(in: order)
    }
    items = order.map { Item(source: $0, text: plan.text(at: $0)) }
    isExact = found == plan.levels
  }
}
