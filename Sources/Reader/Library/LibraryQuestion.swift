import ArabicText
import Interface

/// What a reader asks the library of articles that it is in.
package enum LibraryQuestion: Hashable, Sendable {
  /// What `rawi find` finds by a line of its words and options.
  case find(String)
  /// Who speaks of whom in what it finds so, or in all; where documents are given, in these alone.
  case speakers(String, of: [RoomDocument.ID]?)
  /// What is known of a name.
  case name(LibraryName)

  /// What somebody says, or says of somebody.
  static func said(by speaker: LibraryName, about topic: LibraryName? = nil) -> LibraryQuestion {
    let said = [(FindOption.saidBy, speaker)]
    let about = topic.map { [(FindOption.about, $0)] } ?? []
    return .find(line(said + about))
  }

  /// Where two names stand in one document.
  static func together(_ names: LibraryName...) -> LibraryQuestion {
    .find(line(names.map { ($0.option, $0) }))
  }

  private static func line(_ options: [(FindOption, LibraryName)]) -> String {
    options.map { "\($0.rawValue) \($1.quoted)" }.joined(separator: " ")
  }
}

/// A name in a library.
package struct LibraryName: Hashable, Sendable {
  /// The name.
  package var name: String
  /// What it names; `nil` for words that name nobody, as "a security source".
  package var kind: EntityKind?

  /// The name `name` of what is of this kind.
  package init(_ name: String, _ kind: EntityKind?) { (self.name, self.kind) = (name, kind) }

  /// Whether it is one word: two people may have it.
  var isSingleWord: Bool { name.split(whereSeparator: \.isWhitespace).count < 2 }

  /// The name as the value of an option.
  fileprivate var quoted: String {
    "\"\(name.replacing("\"", with: " "))\""
  }

  /// The option that asks for it.
  fileprivate var option: FindOption {
    switch kind {
    case .organisation: .organisation
    case .place: .place
    case .person, .document, .unnamed, nil: .person
    }
  }
}
