import CNCurses
import CTerminalGuard
import Glibc
import Platform
import Screen
import Synchronization

/// The terminal, taken over by curses: screens out, keys, pasted text and signals in.
///
/// Open it on the thread that runs the program's loop and use it there only. The terminal is put back
/// as it was by ``close()``, when the session goes out of scope, at `exit`, and when the program is
/// ended by a signal or a crash; a stack overflow on another thread and SIGKILL excepted.
///
/// ```swift
/// let terminal = try CursesTerminal()
/// defer { terminal.close() }
/// loop: while true {
///   terminal.draw(screen)
///   switch terminal.nextEvent() {
///   case .key(.character("q")), .signal: break loop
///   case .key(.control("z")): terminal.suspend()
///   …
///   }
/// }
/// ```
package final class CursesTerminal {
  /// What is known of the terminal.
  package let traits: TerminalTraits
  /// What is known of the terminal around it, where it is a multiplexer that tells.
  package let host: TerminalTraits?
  /// What is done for right-to-left text.
  package let plan: DrawingPlan
  /// How many colours are used.
  package let depth: ColorDepth
  /// The size of the next screen to draw.
  package private(set) var size: Size

  /// Ends the wait for events; workers have it.
  package let wake: WakePipe

  let device: TerminalDevice
  let signals: Int32
  var decoder: KeyDecoder
  /// When the last byte of input came.
  var lastInput = ContinuousClock.now
  /// Signals that were read from the pipe and not acted upon yet.
  var pendingSignals: [Int32] = []
  /// Whether the program must be told to draw anew.
  var mustRedraw = false
  var painter: CursesPainter
  /// How the terminal is to report what is done.
  let reports: Reports
  private let handle: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  var isOpen = true
  /// Whether the terminal is ours; not while stopped, and not after a stop that ends the program.
  var isEntered = true

  /// Whether a session is open, as curses has one state for the whole process.
  private static let isInUse = Atomic(false)

  /// Takes the terminal over and asks it what it is.
  ///
  /// Keys come from standard input, or from the controlling terminal when standard input is a pipe.
  ///
  /// - Parameters:
  ///   - choices: how right-to-left text is to be drawn.
  ///   - mouse: whether the mouse is reported to the program; selecting text in the terminal then takes
  ///     the Shift key.
  ///   - environment: the variables TERM, COLORTERM, NO_COLOR, COLORFGBG and those by which
  ///     terminals are distinguished.
  /// - Throws: ``TerminalError``; the terminal is then as it was.
  package convenience init(
    choices: DrawingChoices = DrawingChoices(), mouse: Bool = false,
    environment: [String: String] = ProcessEnvironment.variables
  ) throws(TerminalError) {
    let device = try TerminalDevice()
    do throws(TerminalError) {
      try self.init(device, choices, mouse: mouse, environment)
    } catch {
      device.close()
      throw error
    }
  }

  /// Takes over the terminal `device`, which is closed with the session.
  init(
    _ device: TerminalDevice, _ choices: DrawingChoices, mouse: Bool = false,
    _ environment: [String: String]
  ) throws(TerminalError) {
    guard !Self.isInUse.exchange(true, ordering: .acquiringAndReleasing) else {
      throw .alreadyOpen
    }
    // What has to be taken back, the last first, where a later step fails.
    var undo: [() -> Void] = [{ Self.isInUse.store(false, ordering: .releasing) }]
    defer { for step in undo.reversed() { step() } }
    Locale.useUTF8()
    wake = try WakePipe()
    let type = environment["TERM"] ?? ""
    let terminfo = try Terminfo(
      type: type, wantsDirect: Self.wantsDirect(environment), output: device.output)

    // Before curses starts: it installs handlers of its own only where there are none.
    signals = try Self.installGuard(on: device)
    undo.append {
      terminal_guard_engage(false)
      terminal_guard_remove()
    }
    // Raw from here to the end of the session, so that no key is echoed or lost in between.
    device.setRaw()
    undo.append { device.restoreModes() }
    let isAsked = terminfo.isStandard && TerminalProbe.isWorthwhile(type: type)
    let probe = isAsked ? TerminalProbe(device) : nil
    traits = TerminalTraits(answers: probe?.answers ?? ProbeAnswers(), environment: environment)
    host = HostTerminal.traits(around: traits, environment)
    plan = DrawingPlan(for: traits, host: host, choices: choices)
    if traits.kind == .tmux, plan.passesThrough { Tmux.allowPassthrough(environment) }

    reports = Reports(
      mouse: mouse && terminfo.reportsMouse, pastes: terminfo.bracketsPastes)
    // CAN ends a control sequence that a crash may have cut.
    let sequences = "\u{18}" + reports.off + plan.bidiSwitch.undo + terminfo.leave
    guard terminal_guard_set_undo(Array(sequences.utf8), sequences.utf8.count) else {
      throw .system(EOVERFLOW)
    }

    (handle, files) = try Self.startCurses(on: device, type: terminfo.type)
    depth = Self.configure(environment)
    painter = CursesPainter(
      depth: depth, drawing: plan.drawing, hasItalics: traits.kind != .mlterm)
    decoder = KeyDecoder(sequences: terminfo.keys)
    decoder.feed(probe?.typedAhead ?? [])
    self.device = device
    size = Self.fitToWindow(device)
    // After the alternate screen was entered (hiding the cursor has sent that) and before the first
    // clearing. Not by `putp`, which has a buffer of its own.
    device.write(plan.bidiSwitch.off + reports.on)
    undo = []
  }

  deinit { close() }

  /// Shows `screen`: sends what differs from the screen before.
  ///
  /// Cells outside ``size`` are left out; no control or format character reaches the terminal,
  /// whatever the cells hold.
  package func draw(_ screen: Screen) {
    guard isOpen, isEntered else { return }
    painter.paint(screen, in: size)
    place(screen.cursor)
    wrefresh(cn_stdscr())
  }

  /// Lets curses leave the cursor where `cursor` says, after all rows were sent.
  private func place(_ cursor: Screen.Cursor?) {
    let point = cursor.map { painter.point(showing: $0.point) } ?? ScreenPoint(column: 0, row: 0)
    let row = min(max(0, point.row), size.rows - 1)
    let column = min(max(0, point.column), size.columns - 1)
    guard wmove(cn_stdscr(), Int32(row), Int32(column)) == OK else { return }
    curs_set(cursor?.isVisible == true ? 1 : 0)
  }

  /// `event` where its cell stands in the screen that was drawn.
  func placed(_ event: MouseEvent) -> MouseEvent {
    var event = event
    event.point = painter.point(sentTo: event.point)
    return event
  }

  /// Lets the next screen be drawn whole, as after another program wrote to the terminal.
  package func redraw() {
    guard isOpen, isEntered else { return }
    resize()
  }

  /// Puts `text` on the clipboard of the terminal, where the terminal allows it (OSC 52).
  package func copy(_ text: String) {
    guard isOpen else { return }
    device.write("\u{1B}]52;c;\(Base64.encode(Array(text.utf8)))\u{1B}\\")
  }

  /// Puts the terminal back as it was before; nothing can be drawn after that.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    if isEntered { leave() }
    delscreen(handle)
    files.forEach { fclose($0) }
    terminal_guard_remove()
    device.close()
    Self.isInUse.store(false, ordering: .releasing)
  }

  /// Takes the terminal's new size and clears, so that all rows are made anew.
  func resize() {
    size = Self.fitToWindow(device)
    painter.forget()
    device.write(plan.bidiSwitch.off)
    clearok(cn_curscr(), true)
  }
}
