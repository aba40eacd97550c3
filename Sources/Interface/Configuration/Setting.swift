import Screen

/// A choice that the configuration file makes, `:set` changes, or both.
///
/// The raw value is its name in the file; the option of the command line is called the same.
package enum Setting: String, CaseIterable, Hashable, Sendable {
  case theme, lang, width, justify, margin, dir, tashkeel, ligatures, bidi
  case lineSpacing = "line-spacing"
  case passthrough = "tmux-passthrough"
  case mouse, hints, romanize, model

  /// What a setting can be.
  package enum Values: Hashable, Sendable {
    /// One of these words.
    case words([String])
    /// A whole number.
    case numbers(ClosedRange<Int>)
    /// Any text: a name or a path.
    case text

    /// One of the words of `type`.
    static func choice<Choice: CaseIterable & RawRepresentable<String>>(
      of type: Choice.Type
    ) -> Self {
      .words(type.allCases.map(\.rawValue))
    }
  }

  /// What a setting is.
  package enum Value: Hashable, Sendable {
    case word(String)
    case number(Int)
  }

  /// What it can be.
  package var values: Values {
    switch self {
    case .theme: .text
    case .lang: .choice(of: Language.Code.self)
    case .width: .numbers(20...400)
    case .dir: .choice(of: DirectionChoice.self)
    case .tashkeel: .choice(of: TashkeelChoice.self)
    case .margin: .numbers(0...100)
    case .lineSpacing: .numbers(1...4)
    case .justify, .ligatures, .mouse, .hints: .choice(of: OnOff.self)
    case .romanize: .choice(of: RomanizationChoice.self)
    case .model: .choice(of: ModelWord.self)
    case .bidi: .choice(of: BidiMode.self)
    case .passthrough: .choice(of: MultiplexerPassthrough.self)
    }
  }

  /// Whether it can be changed while reading; the others are chosen when the program starts.
  package var isLive: Bool {
    switch self {
    case .theme, .lang, .width, .justify, .margin, .lineSpacing, .dir, .tashkeel, .ligatures,
      .hints, .romanize:
      true
    case .bidi, .passthrough, .mouse, .model: false
    }
  }

  /// `text` as a value of the setting, or `nil` where it can be no such thing.
  package func value(of text: String) -> Value? {
    switch values {
    case .text: text.isEmpty ? nil : .word(text)
    case .words(let words): words.contains(text) ? .word(text) : nil
    case .numbers(let range):
      Int(text).flatMap { range.contains($0) ? .number($0) : nil }
    }
  }

  /// The values as a message tells them.
  package var allowed: String {
    switch values {
    case .text: ""
    case .words(let words): words.joined(separator: ", ")
    case .numbers(let range): "\(range.lowerBound) … \(range.upperBound)"
    }
  }
}
