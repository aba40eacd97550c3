import ArabicText

/// Text in quotation marks, by the words of its paragraph.
struct MarkedText: Hashable, Sendable {
  /// The words between the marks; may be empty.
  var words: Range<Int>
  /// The opening mark's word, and the word after the closing mark (or after the last word).
  var outer: Range<Int>
  var family: QuotationSigns.Family
  /// The marked text that it stands in, by its place in the list.
  var parent: Int?
  /// Whether a mark was missing or wrong.
  var isRepaired = false
  /// Whether no mark closes it before the paragraph ends.
  var isUnclosed = false
}
