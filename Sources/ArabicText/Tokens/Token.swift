/// A word, a number or a sign of the text.
package struct Token: Hashable, Sendable {
  /// What a token is made of.
  package enum Kind: String, Sendable {
    /// Letters of the Arabic script, with marks, tatweel and inner joiners.
    case arabic
    /// Letters of another script: `UNOCT`, `l'Est`.
    case foreign
    /// Digits with inner separators: `2019`, `٤٢`, `3.5`.
    case number
    /// One scalar of punctuation or a symbol.
    case punctuation
  }

  /// Where it stands.
  package var span: TextSpan
  /// What it is made of.
  package var kind: Kind

  /// The token of `kind` at `span`.
  package init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}
