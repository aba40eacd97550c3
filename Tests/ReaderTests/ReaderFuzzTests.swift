import ArabicAnalysis
import ArabicText
import Interface
import Reader
import Screen
import TestSupport
import Testing
import TextLayout

/// The reader under messages at random: keys, sizes, results that come late.
struct ReaderFuzzTests {
  private static let keys: [Key] =
    "jkfbdugGJ%'][}{pPoOlLc)(setnNy?q/\"0123456789 ابلاتنةىـ\u{64E}xX:&".map { .character($0) }
    + [
      .escape, .escape, .enter, .enter, .tab, .backTab, .backspace, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .delete, .insert, .function(1), .function(12),
    ] + "abcdfghklnopruvwxz".map { .control($0) } + "polm".map { .alt($0) }

  private func document(_ generator: inout SeededGenerator) -> Document {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      let count = Int.random(in: 1...300, using: &generator)
      let text = generator.text(count)
      return Document(text, name: "\u{1B}]0;\(generator.text(8))")
    case 1:
      let bytes = RandomText.bytes(Int.random(in: 1...300, using: &generator), using: &generator)
      return Document(text: DecodedText(copying: bytes), name: "\u{202E}txt")
    default:
      return Document(ReaderFixture.article, name: "article.txt")
    }
  }

  private func size(_ generator: inout SeededGenerator) -> Size {
    Size(
      columns: Int.random(in: Bool.random(using: &generator) ? 1...12 : 1...120, using: &generator),
      rows: Int.random(in: 1...40, using: &generator))
  }

  private func appearance(_ generator: inout SeededGenerator) -> Appearance {
    Appearance(
      direction: [nil, .rightToLeft, .leftToRight].randomElement(using: &generator) ?? nil,
      lettering: Lettering(
        isVisual: Bool.random(using: &generator), showsTashkeel: Bool.random(using: &generator),
        ligates: Bool.random(using: &generator)),
      measure: Int.random(in: 1...100, using: &generator),
      typesetting: Typesetting(
        justifies: Bool.random(using: &generator),
        margin: Int.random(in: 0...30, using: &generator),
        lineSpacing: Int.random(in: 1...3, using: &generator)))
  }

  /// What a screen and a state must be at any time.
  private func check(_ state: ReaderState, _ seed: Int, _ step: Int) {
    let screen = screen(of: state)
    #expect(screen.size == state.size, "seed \(seed), step \(step)")
    for row in 0..<screen.size.rows {
      for cell in screen.row(row) {
        for scalar in cell.text.unicodeScalars {
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator:
            Issue.record("seed \(seed), step \(step): U+\(String(scalar.value, radix: 16))")
          default: break
          }
        }
      }
    }
    let span = state.document.text.span
    #expect(state.place >= .zero && state.place <= span.upper, "seed \(seed), step \(step)")
    #expect((0...100).contains(state.percent), "seed \(seed), step \(step)")
    if let selection = state.selection { #expect(span.contains(selection.span)) }
  }

  @Test func `no sequence of messages breaks the reader`() {
    for seed in Fuzz.seeds(60) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let document = document(&generator)
      var state = ReaderState(
        document: document, size: size(&generator), appearance: appearance(&generator))
      var pending = state.start()
      let analysis = Analyzer(tagger: nil).analyze(document)
      for step in 0..<Int.random(in: 1...80, using: &generator) {
        var message = Message.key(Self.keys.randomElement(using: &generator) ?? .escape)
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: message = .resize(size(&generator))
        case 12...13: message = .mouse(mouse(&generator))
        case 1...2:
          // An effect is answered now, later, or never.
          if let answer = answer(&pending, document, analysis, &generator) { message = answer }
        default: break
        }
        pending += update(&state, message)
        if pending.count > 20 { pending.removeFirst(10) }
        check(state, seed, step)
      }
    }
  }

  /// Something that the mouse does, on the screen or where it was before the size changed.
  private func mouse(_ generator: inout SeededGenerator) -> MouseEvent {
    let actions: [MouseEvent.Action] = [.press, .drag, .release, .wheelUp, .wheelDown]
    return MouseEvent(
      actions.randomElement(using: &generator) ?? .press,
      at: ScreenPoint(
        column: Int.random(in: 0...130, using: &generator),
        row: Int.random(in: 0...45, using: &generator)))
  }

  private func answer(
    _ pending: inout [Effect], _ document: Document, _ analysis: Analysis,
    _ generator: inout SeededGenerator
  ) -> Message? {
    guard !pending.isEmpty else { return nil }
    let index = Int.random(in: 0..<pending.count, using: &generator)
    switch pending.remove(at: index) {
    case .analyze:
      let total = document.text.utf8Count
      return Bool.random(using: &generator)
        ? .analysis(analysis, .finished(span: document.text.span))
        : .analysis(
          .empty, .running(done: Int.random(in: 0...total, using: &generator), total: total))
    case .search(let request): return .searchEnded(request, request.run(in: document.text))
    case .filter(let request):
      return request.run(in: document.text).map { .filtered(request, $0) }
    case .loadTheme(let name, let isPreview):
      return Bool.random(using: &generator)
        ? .themeLoaded(Theme(name: name), isPreview: isPreview) : .themeRefused("no theme \(name)")
    case .countHits(let count):
      return count.run(in: document.text).map { .hitsCounted(count, $0) }
    default: return nil
    }
  }

  @Test func `any theme file is a theme or is refused with its place`() throws {
    let source = """
      # A theme
      inherits = "dark"
      background = 'dark'
      [palette]
      amber = "#ffaf00"
      [roles]
      person = "amber"
      "quote.direct" = { foreground = "#102030", bold = true }
      selection = { reverse = true, background = 4 }
      """
    var refused = 0
    for seed in Fuzz.seeds(1500) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let bytes =
        seed % 4 == 0
        ? RandomText.bytes(Int.random(in: 0...80, using: &generator), using: &generator)
        : generator.mutated(Array(source.utf8))
      let catalog = ThemeCatalog(environment: [:], executableFolder: nil) { _ in bytes }
      do {
        let theme = try catalog.theme("/mine.toml")
        _ = Role.allCases.map { theme.style([.text, $0]) }
      } catch {
        let message = "\(error)"
        #expect(message.contains("mine.toml"), "seed \(seed): \(message)")
        let isPlain = message.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
        #expect(isPlain, "seed \(seed): \(message.debugDescription)")
        refused += 1
      }
    }
    #expect(refused > 300)
  }
}
