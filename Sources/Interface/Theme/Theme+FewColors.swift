extension Theme {
  /// What lies over the text and has to be told apart at once.
  private static let marks: [Role] = [
    .highlightYellow, .highlightGreen, .highlightBlue, .highlightPink, .highlightOrange,
    .mention, .search, .searchCurrent, .selection, .paneSelected,
  ]

  /// This theme with the marks of `other`, which is made for the named colours of terminals.
  ///
  /// Brought down to eight or sixteen colours, the grounds of highlights, findings and the selection would
  /// fall together, as a theme chooses them near to each other.
  package func marked(as other: Theme) -> Theme {
    Theme(
      name: name, appearance: appearance,
      styles: styles.merging(Self.marks.map { ($0, other[$0]) }) { $1 })
  }
}
