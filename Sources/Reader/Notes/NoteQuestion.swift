import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen

/// Something that the reader asks in the status line while a person annotates.
enum NoteQuestion: Hashable, Sendable {
  /// Which tags; what was typed so far.
  case tags(String)
  /// What the pane has to list; what was typed so far.
  case filter(String)
  /// What is to be corrected, by a key.
  case correction
  /// Another name: for a rename, a merge, a mention that is split off, or a speaker.
  case name(NamePurpose, String)
  /// Whether a correction holds for all mentions or only here.
  case scope(Correction, count: Int)

  /// What a name is asked for.
  enum NamePurpose: Hashable, Sendable {
    case rename, merge, split, speaker
  }

  /// What was typed so far, where a line is typed.
  var text: String? {
    get {
      switch self {
      case .tags(let text), .filter(let text), .name(_, let text): text
      case .correction, .scope: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .tags: self = .tags(newValue)
      case .filter: self = .filter(newValue)
      case .name(let purpose, _): self = .name(purpose, newValue)
      case .correction, .scope: break
      }
    }
  }
}

extension ReaderState {
  /// Asks for tags of what is selected, beginning with those that it has.
  mutating func askForTags() {
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return
    }
    notes.selecting = nil
    let tags = notes.annotation(at: span)?.tags ?? []
    notes.question = .tags(tags.isEmpty ? "" : tags.joined(separator: "، ") + "، ")
  }

  /// Takes a key while something is asked.
  mutating func pressInQuestion(_ key: Key) -> [Effect] {
    guard var question = notes.question else { return [] }
    if question.text == nil { return answer(question, key) }
    switch key {
    case .escape, .control("g"), .control("c"):
      if case .filter = question { notes.filter = "" }
      notes.question = nil
      return []
    case .enter:
      notes.question = nil
      return answer(question)
    case .tab:
      question.text = completed(question)
    case .backspace:
      guard var text = question.text, !text.isEmpty else {
        notes.question = nil
        return []
      }
      text.unicodeScalars.removeLast()
      question.text = text
    case .control("u"): question.text = ""
    case .character(let character): question.text?.append(character)
    default: return []
    }
    notes.question = question
    if case .filter(let text) = question {
      notes.filter = text
      keepPaneRowVisible()
    }
    return []
  }

  /// What was typed with its last part completed to a tag or name that is known.
  private func completed(_ question: NoteQuestion) -> String? {
    completion(of: question).map { (question.text ?? "") + $0 } ?? question.text
  }

  /// What Tab would add to what was typed.
  func completion(of question: NoteQuestion) -> String? {
    guard let text = question.text else { return nil }
    let known: [String]
    var part = Substring(text)
    switch question {
    case .tags:
      known = notes.tags
      part = text.split(omittingEmptySubsequences: false) { ",،;؛".contains($0) }.last ?? ""
      part = part.drop(while: \.isWhitespace)
    case .name: known = marks.analysis.entities.filter(\.kind.isNamed).map(\.canonical)
    case .filter, .correction, .scope: return nil
    }
    guard !part.isEmpty else { return nil }
    let match = known.first { $0.hasPrefix(part) && $0.count > part.count }
    return match.map { String($0.dropFirst(part.count)) }
  }

  private mutating func answer(_ question: NoteQuestion) -> [Effect] {
    switch question {
    case .tags(let text): return tag(text)
    case .name(let purpose, let text):
      let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return correct(purpose, name: name)
    case .filter, .correction, .scope: return []
    }
  }

  private mutating func answer(_ question: NoteQuestion, _ key: Key) -> [Effect] {
    notes.question = nil
    let latin = ArabicKeyboard.latinKey(for: key) ?? key
    switch question {
    case .correction: return chooseCorrection(latin)
    case .scope(let correction, _):
      switch latin {
      case "a", "y", .enter: return correct(correction, .everywhere)
      case "h": return correct(correction, .here)
      default: return []
      }
    case .tags, .filter, .name: return []
    }
  }
}
