import ArabicText
import Interface

/// What a reader asks the library of articles that it is in.
package enum LibraryQuestion: Hashable, Sendable {
  /// What `rawi find` finds by a line of its words and options; where documents are given, in these alone.
  case find(String, of: [RoomDocument.ID]? = nil)
  /// Who speaks of whom in what it finds so, or in all; where documents are given, in these alone.
  case speakers(String, of: [RoomDocument.ID]?)
  /// What is known of a name.
  case name(LibraryName)
  /// Which names there are.
  case names

  /// What somebody says, or says of somebody.
  static func said(by speaker: LibraryName, about topic: LibraryName? = nil) -> LibraryQuestion {
    let said = [(FindOption.saidBy, speaker)]
    let about = topic.map { [(FindOption.about, $0)] } ?? []
    return .find(line(said + about, isWhole: true))
  }

  /// What is said under a name, which may be a part of that of who says it.
  static func said(under name: LibraryName) -> LibraryQuestion {
    .find(line([(FindOption.saidBy, name)]))
  }

  /// Where these names stand in one document.
  static func together(_ names: LibraryName...) -> LibraryQuestion {
    .find(line(names.map { ($0.option, $0) }))
  }

  /// The question in what `page` counts, which has a row that leads to it.
  func inside(_ page: LibraryQuestion?) -> LibraryQuestion {
    guard case .find(let line, nil) = self, case .speakers(let outer, let listed) = page else {
      return self
    }
    // Behind a `--` among those of the page there are no options.
    return .find(outer.isEmpty ? line : "\(line) \(outer)", of: listed)
  }

  /// The line of `options`; with `isWhole`, of who is called just so.
  private static func line(
    _ options: [(FindOption, LibraryName)], isWhole: Bool = false
  ) -> String {
    options.map { "\($0.rawValue) \($1.quoted(isWhole ? "=" : ""))" }.joined(separator: " ")
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

  /// The name as the value of an option, behind `sign`.
  fileprivate func quoted(_ sign: String) -> String {
    "\"\(sign)\(name.replacing("\"", with: " "))\""
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
