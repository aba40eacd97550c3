import ArabicText
import Interface
import Screen

/// A reading room: the documents of a library as a list over the whole screen, out of which one is read.
struct Room: Mode {
  /// The documents.
  private(set) var list = RoomList()
  /// The row that is selected.
  private(set) var selected = 0
  /// The first row shown.
  private(set) var top = 0
  /// What is being typed to filter the list.
  private(set) var line: TypedLine?
  /// How far the work is that finds out what is in the library; `nil` where none is done.
  private(set) var progress: RoomProgress?
  /// Whether a person has stopped it.
  private(set) var isStopped = false
  /// Whether anything is known of the library yet.
  private(set) var isKnown = false
  /// What could not be read.
  private(set) var unread: [UnreadFile] = []

  var takesText: Bool { line != nil }
  var opensPalette: Bool { true }
  var endsByCommand: Bool { false }

  // MARK: Answers

  /// Takes in what the work beside the screen tells; what is selected stays.
  mutating func take(_ answer: RoomAnswer, in state: ReaderState) {
    switch answer {
    case .documents(let documents):
      isKnown = true
      keepingSelection(in: state) { $0.list.known = documents }
    case .readings(let readings): list.readings = readings
    case .progress(let progress): self.progress = progress
    case .unread(let files): unread = files
    case .notice, .remade: break
    }
  }

  /// Selects the document `id`, where it is listed.
  mutating func select(_ id: RoomDocument.ID, in state: ReaderState) {
    if let row = list.row(of: id) { select(row, in: state) }
  }

  /// The document that stands `count` rows behind `id` in the list, or before.
  func neighbour(of id: RoomDocument.ID, by count: Int) -> RoomDocument.ID? {
    // One that is not listed any more has its neighbours where it was selected last.
    let row = list.row(of: id) ?? selected
    return (0..<list.count).contains(row + count) ? list[row + count].id : nil
  }

  /// The documents that are listed, with the copies that their rows stand for; `nil` where these are all.
  var filtered: [RoomDocument.ID]? {
    list.query.isEmpty
      ? nil
      : (0..<list.count).flatMap { row in
        [list[row].id] + (list.showsCopies ? [] : list[row].copies.map(\.id))
      }
  }

  /// The documents whose rows are on the screen.
  func visible(in state: ReaderState) -> [RoomDocument.ID] {
    (top..<max(top, min(list.count, top + rows(in: state)))).map { list[$0].id }
  }

  private mutating func keepingSelection(in state: ReaderState, _ change: (inout Room) -> Void) {
    let id = list.count > selected ? list[selected].id : nil
    // Who is at the start sees what comes new there.
    let isAtStart = selected == 0
    change(&self)
    select(isAtStart ? 0 : id.flatMap { list.row(of: $0) } ?? selected, in: state)
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    if line != nil { return type(key, in: &state) }
    guard let command = state.keymap.command(for: key) else {
      state.notice = Notice(.keyUnknown, .key(key), .call(of: .help, in: state.keymap))
      return .stay()
    }
    return .stay(perform(command, in: &state))
  }

  /// Does what `command` does to the list.
  mutating func perform(_ command: Command, times: Int? = nil, in state: inout ReaderState)
    -> [Effect]
  {
    let page = rows(in: state)
    switch command {
    case .lineDown: move(by: times ?? 1, in: state)
    case .lineUp: move(by: -(times ?? 1), in: state)
    case .pageDown: move(by: page, in: state)
    case .pageUp: move(by: -page, in: state)
    case .halfPageDown: move(by: max(1, page / 2), in: state)
    case .halfPageUp: move(by: -max(1, page / 2), in: state)
    case .goToStart: select(0, in: state)
    case .goToEnd: select(list.count - 1, in: state)
    case .jump: return open()
    case .search, .filter, .filterPane: line = TypedLine(list.query)
    case .sortPane: keepingSelection(in: state) { $0.list.order = $0.list.order.next }
    case .foldSection: showCopies(in: &state)
    case .clearSelection: narrow(to: "", in: state)
    case .reload: return stopOrGoOn()
    case .undo: return [.takeBackLesson]
    case .facts, .nextNote:
      state.modes.push(UnreadFiles(unread))
    case .nextFile, .previousFile:
      move(by: (command == .nextFile ? 1 : -1) * (times ?? 1), in: state)
    case .findInLibrary:
      state.modes.push(Prompt(.command, "\(LineVerb.find.rawValue) ", in: state))
    case .speakers: return state.show(.speakers("", of: filtered), from: nil)
    case .commandLine: state.modes.push(Prompt(.command, in: state))
    case .palette: state.modes.push(Palette())
    case .help: state.modes.push(Help(in: state))
    case .chooseTheme: return [.listThemes]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .quit: return [.quit]
    case .listFiles: break
    default: state.notice = Notice(.roomNeedsArticle, .call(of: .jump, in: state.keymap))
    }
    return []
  }

  private mutating func type(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .escape, .control("g"), .control("c"):
      line = nil
      narrow(to: "", in: state)
    case .enter: line = nil
    case .up, .control("p"), .backTab: move(by: -1, in: state)
    case .down, .control("n"), .tab: move(by: 1, in: state)
    case .pageUp: move(by: -rows(in: state), in: state)
    case .pageDown: move(by: rows(in: state), in: state)
    case .backspace where list.query.isEmpty: line = nil
    default:
      if line?.edit(key) == true { narrow(to: line?.text ?? "", in: state) }
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    guard line != nil else { return .passDown() }
    line?.insert(text.onOneLine)
    narrow(to: line?.text ?? "", in: state)
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown: move(by: event.wheelRows, in: state)
    case .press:
      let row = top + event.point.row - 1
      guard event.point.row > 0, event.point.row <= rows(in: state), row < list.count else {
        return .stay()
      }
      select(row, in: state)
      return .stay(open())
    case .drag, .release: break
    }
    return .stay()
  }

  private func open() -> [Effect] {
    list.count > selected ? [.openListed(list[selected].id)] : []
  }

  /// Stops the work beside the screen, or looks through the library anew and goes on with it.
  private mutating func stopOrGoOn() -> [Effect] {
    isStopped = progress != nil
    progress = isStopped ? nil : RoomProgress(.reading, done: 0, total: 0)
    return [isStopped ? .stopFillingRoom : .fillRoom]
  }

  /// Lists copies one by one, or as one again.
  private mutating func showCopies(in state: inout ReaderState) {
    keepingSelection(in: state) { $0.list.showsCopies.toggle() }
    let hasCopies = list.known.contains { !$0.copies.isEmpty }
    state.notice = Notice(
      !hasCopies ? .roomWithoutCopies : list.showsCopies ? .roomCopiesShown : .roomCopiesJoined)
  }

  private mutating func narrow(to query: String, in state: ReaderState) {
    keepingSelection(in: state) { $0.list.query = query }
  }

  // MARK: Moving

  private mutating func move(by distance: Int, in state: ReaderState) {
    select(selected + distance, in: state)
  }

  private mutating func select(_ row: Int, in state: ReaderState) {
    selected = max(0, min(row, list.count - 1))
    top = max(0, min(max(min(top, selected), selected - rows(in: state) + 1), list.count - 1))
  }

  /// The rows of the list that there is room for.
  func rows(in state: ReaderState) -> Int { RoomView(self, state).listRows }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Room? { self }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    RoomView(self, state).draw(into: &painter)
  }

  func status(_ state: ReaderState) -> StatusLineText? { RoomView(self, state).status }

  func hints(_ state: ReaderState) -> [Hint]? {
    if line != nil {
      return [
        Hint([.up, .down], .hintMove), Hint([.enter], .hintKeep), Hint([.escape], .hintShowAll),
      ]
    }
    return [
      state.hint(.help, .hintKeys), state.hint(.jump, .hintOpen),
      state.hint(.search, .hintFilter), state.hint(.sortPane, .hintSort),
      state.hint(.reload, progress == nil ? .hintRescan : .hintStop),
      unread.isEmpty ? nil : state.hint(.facts, .hintUnread),
      state.hint(.quit, .hintLeave),
    ].compactMap(\.self)
  }
}

extension ReaderState {
  /// The reading room that `name` names, of which nothing is known yet.
  package init(roomNamed name: String, size: Size, preferences: Preferences = Preferences()) {
    self.init(
      document: Document(text: DecodedText(""), name: name), size: size, preferences: preferences)
    modes.push(Room())
  }

  /// Whether this is the list of a reading room.
  package var isRoom: Bool { modes.contains(Room.self) }

  /// The documents of the reading room whose rows are on the screen.
  package var visibleRoomDocuments: [RoomDocument.ID] {
    modes.first(Room.self)?.visible(in: self) ?? []
  }

  /// The document that stands `count` rows behind `id` in the list of the reading room, or before, which is
  /// selected then.
  package mutating func stepInRoom(from id: RoomDocument.ID, by count: Int) -> RoomDocument.ID? {
    guard let next = modes.first(Room.self)?.neighbour(of: id, by: count) else { return nil }
    let state = self
    modes.modify(Room.self) { $0.select(next, in: state) }
    return next
  }

  /// What is said where ``stepInRoom(from:by:)`` finds none: while files are read, there may be more behind the last.
  package func endOfRoom(by count: Int) -> Notice {
    guard count > 0 else { return Notice(.firstFile) }
    let isRead = modes.first(Room.self)?.progress?.work != .reading
    return Notice(isRead ? .lastFile : .lastFileSoFar)
  }

  /// Takes in what the work beside the screen tells the reading room.
  mutating func take(_ answer: RoomAnswer) -> [Effect] {
    let state = self
    modes.modify(Room.self) { $0.take(answer, in: state) }
    switch answer {
    case .notice(let notice): notify(notice)
    case .remade(let notice):
      notify(notice)
      return [.fillRoom]
    default: break
    }
    return []
  }

  /// Does what `command` does in the list of a reading room; `nil` where an article is read.
  mutating func performInRoom(_ command: Command, times: Int?) -> [Effect]? {
    guard var room = modes.first(Room.self) else { return nil }
    let effects = room.perform(command, times: times, in: &self)
    modes.modify(Room.self) { $0 = room }
    return effects
  }
}
