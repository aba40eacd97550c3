/// How letters are drawn.
package struct Lettering: Hashable, Sendable {
  /// Whether cells stand in visual order with shaped letters.
  ///
  /// Without, they stand in logical order with the letters of the text, for a terminal that does its
  /// own reordering.
  package var isVisual: Bool
  /// Whether vowel signs and the like are drawn; a sign that is not still belongs to its letter's cell.
  package var showsTashkeel: Bool
  /// Whether lam and alef are drawn as one letter; else as two cells that join.
  package var ligates: Bool

  /// The lettering; without arguments, that of printed text.
  package init(isVisual: Bool = true, showsTashkeel: Bool = true, ligates: Bool = true) {
    self.isVisual = isVisual
    self.showsTashkeel = showsTashkeel
    self.ligates = ligates
  }
}
