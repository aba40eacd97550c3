import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Screen

/// Something that is to be decided.
enum ReviewItem: Hashable, Sendable {
  /// An annotation: whether it stands here, or whether to take it.
  case annotation(AnnotationID, TextSpan)
  /// A mention that the analysis is not sure of.
  case mention(TextSpan)

  var span: TextSpan {
    switch self {
    case .annotation(_, let span), .mention(let span): span
    }
  }
}

extension ReviewItem: Relocatable {
  func relocated(by change: TextChange) -> ReviewItem? {
    guard let span = span.relocated(by: change) else { return nil }
    return switch self {
    case .annotation(let id, _): .annotation(id, span)
    case .mention: .mention(span)
    }
  }
}

/// The way through what is undecided, one thing after the other.
struct Review: Mode {
  /// What is asked about.
  private(set) var item: ReviewItem

  // MARK: Keys

  func offers(_ key: Key) -> Bool {
    ["y", "x", "n", "r", " ", .escape].contains(ArabicKeyboard.latinKey(for: key) ?? key)
  }

  func decides(by key: Key) -> Bool {
    ["y", "x"].contains(ArabicKeyboard.latinKey(for: key) ?? key)
  }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    guard offers(key) else { return .leaveAndPassDown() }
    if key == .escape { return .leave() }
    let items = state.reviewItems
    let isUndecided = items.contains(item)
    if !isUndecided, case .mention = item, state.isAnalysing {
      // Of a text that has changed it is not known yet.
      state.notice = Notice(.reviewWaits)
      return .stay()
    }
    if isUndecided, state.article.selection?.span != item.span {
      // Something else was selected meanwhile: what the key would decide is shown first.
      show(in: &state)
      return .stay()
    }
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case "y":
      let effects = isUndecided ? state.accept(item) : []
      // What contradicts it goes with it, once the store has confirmed.
      let conflict = state.conflict(of: item)
      let rivals = state.reviewItems.filter {
        conflict != nil && state.conflict(of: $0) == conflict
      }
      return goOn(decided: rivals + [item], effects, in: &state)
    case "x":
      let effects = isUndecided ? state.reject(item) : []
      return goOn(decided: [item], effects, in: &state)
    default: return goOn(in: &state)
    }
  }

  /// Asks about the next thing that is not among those `decided`, which the store has yet to confirm;
  /// where nothing is left, the review is over.
  private mutating func goOn(
    decided: [ReviewItem] = [], _ effects: [Effect] = [], in state: inout ReaderState
  ) -> ModeResult {
    let items = state.reviewItems
    let place = items.firstIndex(of: item) ?? items.startIndex
    let inOrder = items[place...].dropFirst() + items[..<place] + items[place...].prefix(1)
    guard let next = inOrder.first(where: { !decided.contains($0) }) else {
      state.notice = Notice(.reviewNothing)
      return .leave(effects)
    }
    item = next
    show(in: &state)
    return .stay(effects)
  }

  /// Shows the thing.
  func show(in state: inout ReaderState) {
    switch item {
    case .annotation(let id, let span):
      state.select(passage: span)
      state.article.pane.selected = .note(id)
      state.keepPaneRowVisible()
    case .mention(let span): state.selectMention(span)
    }
  }

  func answers(_ state: ReaderState) -> [Hint] {
    [Hint(["y"], .answerAccept), Hint(["x"], .answerReject), Hint(["n"], .answerNext)]
  }

  /// The keys stand in what the status line says.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  func status(_ state: ReaderState) -> StatusLineText? {
    // What has gone wrong comes first.
    guard state.notice?.isError != true else { return nil }
    let items = state.reviewItems
    let place = items.firstIndex(of: item).map { place in
      [
        state.order(place + 1, of: items.count), state.claim(of: item),
        state.string(state.reason(of: item)),
      ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }
    let told = state.notice.map { state.string($0.phrase) }
    return StatusLineText(
      [told, place].compactMap(\.self).joined(separator: " · "), answers: answers(state), in: state,
      end: state.position, ground: .status)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Review? {
    guard let item = item.relocated(by: change) else {
      state.notice = Notice(change.fate(of: item.span))
      return nil
    }
    return Review(item: item)
  }
}
