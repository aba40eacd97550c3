import TextLayout

/// The direction of paragraphs, as a person chooses it.
package enum DirectionChoice: String, CaseIterable, Hashable, Sendable {
  case auto, rtl, ltr

  /// The choice that gives `direction`.
  package init(_ direction: Direction?) {
    self =
      switch direction {
      case nil: .auto
      case .rightToLeft: .rtl
      case .leftToRight: .ltr
      }
  }

  /// The direction chosen, or `nil` for that of each paragraph's first strong letter.
  package var direction: Direction? {
    switch self {
    case .auto: nil
    case .rtl: .rightToLeft
    case .ltr: .leftToRight
    }
  }
}

/// Whether vowel signs are drawn, as a person chooses it.
package enum TashkeelChoice: String, CaseIterable, Hashable, Sendable {
  case show, hide, auto

  /// Whether signs are drawn where the terminal does or does not put them on their letters.
  package func isShown(placesTashkeel: Bool) -> Bool {
    switch self {
    case .show: true
    case .hide: false
    case .auto: placesTashkeel
    }
  }
}

/// Yes or no, as a setting says it.
package enum OnOff: String, CaseIterable, Hashable, Sendable {
  case on, off
}

/// Whether names are given in Latin letters, too, as a person chooses it.
package enum RomanizationChoice: String, CaseIterable, Hashable, Sendable {
  case auto, on, off

  /// The choice that makes it so.
  package init(_ romanizes: Bool?) { self = romanizes.map { $0 ? .on : .off } ?? .auto }

  /// Whether it is so; `nil` for as the language of the interface is.
  package var romanizes: Bool? {
    switch self {
    case .auto: nil
    case .on: true
    case .off: false
    }
  }
}

/// Which tagger finds names, as a person chooses it by a word.
package enum ModelWord: String, CaseIterable, Hashable, Sendable {
  /// The smaller tagger in the program.
  case fast
  /// The tagger in the program.
  case full
  /// No tagger: lists and rules alone.
  case none
}
