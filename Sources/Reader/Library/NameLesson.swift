import Interface

/// What a person says of names in all articles of a library.
package struct NameLesson: Hashable, Sendable {
  /// What is said.
  package enum Kind: Hashable, Sendable {
    /// The names are of one, who is called by the first.
    case same
    /// The first is of nobody whom one of the others names; alone, of nobody who has another name.
    case other
  }

  /// What is said.
  package var kind: Kind
  /// Of which names.
  package var names: [String]

  /// That `names` are of one, or are not.
  package init(_ kind: Kind, _ names: [String]) { (self.kind, self.names) = (kind, names) }

  /// The lesson in a few words.
  var phrase: Phrase {
    let rest = Phrase.Argument.text(
      names.dropFirst().joined(separator: kind == .same ? " = " : " · "))
    return switch kind {
    case .same: Phrase(.lessonSame, .text(names.first ?? ""), rest)
    case .other where names.count == 1: Phrase(.lessonAlone, .text(names[0]))
    case .other: Phrase(.lessonOther, .text(names.first ?? ""), rest)
    }
  }
}

/// What has become of a ``NameLesson``.
package enum NameLessonAnswer: Hashable, Sendable {
  /// It is kept, and holds.
  case said(NameLesson)
  /// It was taken back.
  case takenBack(NameLesson)
  /// There is nothing that this program could take back.
  case nothing
  /// Why it could not be kept, or taken back.
  case failed(Phrase)
}
