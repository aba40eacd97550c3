import ArabicAnalysis
import Annotations
import ArabicText
import Interface
import Platform
import Screen

/// Something that the reader asks in the status line while a person annotates.
struct Question: Mode {
  /// What is asked.
  enum Kind: Hashable, Sendable {
    /// What the pane has to list; what was typed so far.
    case filter(String)
    /// What is to be corrected, by a key.
    case correction(CorrectionTarget)
    /// Another name: for a rename, or a mention that is split off.
    case name(NamePurpose, CorrectionTarget, String)
    /// Whether a correction holds for all mentions or only here.
    case scope(Correction, CorrectionTarget)
    /// A name was asked for, of words that are gone; what was typed so far. It is typed on, so that
    /// no letter becomes a command, until they are back.
    case gone(LostName, String)
  }

  /// What a name is asked for.
  enum NamePurpose: String, Hashable, Sendable {
    case rename, merge, split, speaker
  }

  /// What is asked.
  private(set) var kind: Kind
  /// What of the line that is typed stands behind its caret, in UTF-8 bytes.
  private var behind = 0

  init(_ kind: Kind) { self.kind = kind }

  var takesText: Bool { text != nil }

  /// Where it is asked what a correction holds for, that is made already, and stays.
  var endsByCommand: Bool { if case .correction = kind { true } else { false } }

  /// What was typed so far, where a line is typed.
  var text: String? {
    switch kind {
    case .filter(let text), .name(_, _, let text), .gone(_, let text): text
    case .correction, .scope: nil
    }
  }

  private mutating func setText(_ text: String) {
    switch kind {
    case .filter: kind = .filter(text)
    case .gone(let name, _): kind = .gone(name, text)
    case .name(let purpose, let target, _): kind = .name(purpose, target, text)
    case .correction, .scope: break
    }
  }

  // MARK: Keys

  func decides(by key: Key) -> Bool {
    switch kind {
    case .correction, .scope: key != .escape
    case .name: key == .enter
    case .filter, .gone: false
    }
  }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    guard let text else { return answer(with: key, in: &state) }
    var line = TypedLine(text, behind: behind)
    switch key {
    case .escape, .control("g"), .control("c"):
      if case .filter = kind { state.article.notes.filter = "" }
      return .leave()
    case .enter: return answer(in: &state)
    case .tab: line = TypedLine(text + (completion(in: state) ?? ""))
    case .backspace where text.isEmpty: return .leave()
    default:
      guard line.edit(key) else {
        behind = line.behind
        return .stay()
      }
    }
    change(to: line, in: &state)
    return .stay()
  }

  mutating func paste(_ pasted: String, in state: inout ReaderState) -> ModeResult {
    guard let text else { return .passDown() }
    var line = TypedLine(text, behind: behind)
    line.insert(pasted.onOneLine)
    change(to: line, in: &state)
    return .stay()
  }

  /// What is asked about is not changed by a click.
  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .stay() : .passDown()
  }

  private mutating func change(to line: TypedLine, in state: inout ReaderState) {
    setText(line.text)
    behind = line.behind
    guard case .filter = kind else { return }
    state.article.notes.filter = line.text
    state.keepPaneRowVisible()
  }

  /// The same question when the analysis says something else of the words that it is of.
  func goingOn(in state: ReaderState) -> Question {
    var question = self
    switch kind {
    case .correction(let target): question.kind = .correction(state.renewed(target))
    case .name(let purpose, let target, let text):
      let now = state.renewed(target)
      if now.subject != nil { question.kind = .name(purpose, now, text) }
    case .scope(let correction, let target):
      let now = state.renewed(target)
      question.kind =
        now.renewed(correction, in: state.text).map { .scope($0, now) } ?? .correction(now)
    case .filter, .gone: break
    }
    return question
  }

  /// What Tab would add to what was typed: the rest of a name that is known.
  func completion(in state: ReaderState) -> String? {
    guard behind == 0, case .name(_, _, let text) = kind, !text.isEmpty else { return nil }
    let known = state.article.results.analysis.entities.lazy.filter(\.kind.isNamed)
    let match = known.map(\.canonical).first { $0.hasPrefix(text) && $0.count > text.count }
    return match.map { String($0.dropFirst(text.count)) }
  }

  /// Takes the line that was typed.
  private func answer(in state: inout ReaderState) -> ModeResult {
    switch kind {
    case .name(let purpose, let target, let text):
      return .leave(state.correct(target, purpose, name: TerminalControls.cleanName(text)))
    case .gone(let name, let typed):
      state.keep(typed, for: name)
      return .leave()
    case .filter, .correction, .scope: return .leave()
    }
  }

  /// Takes the key that answers.
  private func answer(with key: Key, in state: inout ReaderState) -> ModeResult {
    let latin = ArabicKeyboard.latinKey(for: key) ?? key
    switch kind {
    case .correction(let target): return .leave(state.chooseCorrection(of: target, by: latin))
    case .scope(let correction, let target):
      switch (latin, correction.isOfOnePlace) {
      case ("h", _), ("y", true), (.enter, true):
        return .leave(state.correct(target, correction, .here))
      case ("a", true), ("e", true): return .stay()
      case ("a", false), ("y", false), (.enter, false):
        return .leave(state.correct(target, correction, .article))
      case ("e", false): return .leave(state.correct(target, correction, .everywhere))
      default: return .leave()
      }
    case .filter, .name, .gone: return .leave()
    }
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Question? {
    guard let kind = kind.relocated(by: change) else {
      state.notice = Notice(change.fate(of: self.kind.span))
      return nil
    }
    var question = Question(kind)
    question.behind = behind
    return question
  }

  // MARK: View

  func answers(_ state: ReaderState) -> [Hint] {
    switch kind {
    case .correction(let target):
      let kinds: [Hint] = [
        Hint(["p"], .person), Hint(["o"], .organisation), Hint(["l"], .place),
      ]
      // What is no name yet can only become one.
      guard target.subject != nil else { return kinds }
      return kinds + [
        Hint(["r"], .answerRename), Hint(["m"], .answerMerge), Hint(["s"], .answerSplit),
        Hint(["x"], .noNameAtAll), Hint(["k"], .answerRight),
      ]
    case .scope(let correction, _) where correction.isOfOnePlace:
      return [Hint(["h"], .answerHere)]
    case .scope(let correction, let target):
      let count = Phrase.Argument.number(state.count(of: correction, target))
      return [
        Hint(["h"], .answerHere), Hint(["a"], Phrase(.answerArticle, count)),
        Hint(["e"], .answerEverywhere),
      ]
    case .filter, .name, .gone: return []
    }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    switch kind {
    case .correction, .scope: [Hint([.escape], .hintClose)]
    case .filter: [Hint([.enter], .hintKeep), Hint([.escape], .hintClear)]
    case .gone: Self.hintsOfGoneWords
    case .name(_, _, let text):
      // The line begins with the old name: it is typed on, or emptied first.
      [Hint([.enter], .hintGoOn)]
        + (text.isEmpty ? [] : [Hint([.control("u")], .hintEmpty)])
        + (completion(in: state) == nil ? [] : [Hint([.tab], .hintComplete)])
        + [Hint([.escape], .hintClose)]
    }
  }

  /// What can be done with a name that was typed for words that are gone.
  static let hintsOfGoneWords = [Hint([.enter], .hintKeep), Hint([.escape], .hintClose)]

  func status(_ state: ReaderState) -> StatusLineText? {
    let typed = Phrase.Argument.text(
      TypedLine(text ?? "", behind: behind).shown + (completion(in: state) ?? ""))
    let asked =
      switch kind {
      case .gone: Phrase(.askOfGoneWords, typed)
      case .filter: Phrase(.askFilter, typed)
      case .correction(let target):
        Phrase(.askCorrection, .text(target.subject?.name ?? state.text.string(in: target.span)))
      case .name(let purpose, let target, _):
        Phrase(
          purpose == .split ? .askSplit : .askRename, typed, .text(target.subject?.name ?? ""))
      case .scope(let correction, let target):
        correction.phrase(of: state.text.string(in: target.span))
      }
    return StatusLineText(state.string(asked), answers: answers(state), in: state)
  }
}
