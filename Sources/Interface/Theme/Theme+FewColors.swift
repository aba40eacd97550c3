import Screen

extension Theme {
  /// What lies over the text and has to be told apart at once.
  private static let marks: [Role] = [
    .highlightYellow, .highlightGreen, .highlightBlue, .highlightPink, .highlightOrange,
    .mention, .search, .searchCurrent, .selection, .paneSelected,
  ]
  /// What is told from running text by its letters.
  private static let letters: [Role] = [
    .person, .organisation, .place, .quoteDirect, .quoteIndirect,
  ]

  /// This theme in a terminal of few colours, with looks of `other`, which is made for the named ones.
  ///
  /// Brought down to eight or sixteen colours, the grounds of highlights, findings and the selection would
  /// fall together, as a theme chooses them near to each other; these are those of `other`. Where pale
  /// letters of names or of speech become those of the text, or the status line loses its ground, all but
  /// the ground of the page is.
  package func inFewColors(_ depth: ColorDepth, as other: Theme) -> Theme {
    guard hasColors else { return self }
    let others =
      isLegible(in: depth)
      ? styles.merging(Self.marks.map { ($0, other[$0]) }) { $1 }
      : other.styles.merging(styles.filter { $0.key == .text }) { $1 }
    return Theme(name: name, appearance: appearance, styles: others)
  }

  /// Whether any role has a colour; mono has none anywhere.
  private var hasColors: Bool {
    styles.values.contains { style in
      [style.foreground, style.background].contains { $0 != nil && $0 != .terminal }
    }
  }

  /// Whether names, speech and the status line differ from the text in a terminal of `depth`.
  package func isLegible(in depth: ColorDepth) -> Bool {
    let text = seen(style(.text), in: depth)
    let status = seen(style(.status), in: depth)
    return Self.letters.allSatisfy { seen(style(.text, $0), in: depth) != text }
      && (status.background != text.background || status.attributes.contains(.reverse))
  }

  /// How a cell looks, where a terminal's own colours are the white and black that they mostly are, and
  /// nothing is italic, as on the Linux console.
  private func seen(_ style: Style, in depth: ColorDepth) -> Style {
    let (white, black): (Int32, Int32) = appearance == .light ? (0, 7) : (7, 0)
    func number(_ color: Color, own: Int32) -> Color {
      let number = depth.number(of: color)
      // Bright white beside white: 15 beside 7.
      return .named(UInt8(number < 0 ? own : number == 15 ? 7 : number))
    }
    return Style(
      foreground: number(style.foreground, own: white),
      background: number(style.background, own: black),
      attributes: style.attributes.subtracting(.italic))
  }
}
