import ArabicText

/// A name behind `=`: that of who is called just so, and of nobody who has more names.
struct WholeName {
  /// The name.
  let name: String

  /// The name behind `=` in `text`; `nil` where none is.
  init?(_ text: String) {
    guard text.hasPrefix("=") else { return nil }
    name = String(text.dropFirst())
  }

  /// What `text` names, whether as a whole name or not.
  static func name(in text: String) -> String { WholeName(text)?.name ?? text }
}

/// Whole names, in one of the spellings of different papers, and those that the person says are of one.
final class WholeNames {
  private var keys: NameKeys
  private let wanted: [NameKey?]
  private let same: SameNames

  /// Those of `texts` that are whole names.
  init(_ texts: [String], _ same: SameNames) {
    var keys = NameKeys(same)
    wanted = texts.compactMap(WholeName.init).map {
      keys[SpeakerTable.Name(same.shown($0.name), nil)]
    }
    (self.keys, self.same) = (keys, same)
  }

  /// Whether there is none.
  var isEmpty: Bool { wanted.isEmpty }

  /// Whether all of them are `name`.
  func hold(of name: String) -> Bool {
    let key = keys[SpeakerTable.Name(same.shown(name), nil)]
    return wanted.allSatisfy { $0 != nil && $0 == key }
  }
}
