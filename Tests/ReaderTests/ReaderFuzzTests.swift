import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TestSupport
import Testing
import TextLayout

@testable import Annotations
@testable import Reader

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
    let span = state.article.document.text.span
    #expect(state.place >= .zero && state.place <= span.upper, "seed \(seed), step \(step)")
    #expect((0...100).contains(state.percent), "seed \(seed), step \(step)")
    #expect(
      state.modes.reading.focus == .article || state.arrangement.pane != nil,
      "seed \(seed), step \(step): what has the keys is not drawn")
    let text = state.article.document.text
    if let selection = state.article.selection {
      #expect(text.contains(selection.span), "seed \(seed), step \(step)")
    }
    for item in state.article.notes.items {
      if let span = item.span { #expect(text.contains(span), "seed \(seed), step \(step)") }
    }
  }

  @Test(arguments: Fuzz.seeds(60)) func `no sequence of messages breaks the reader`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var state = ReaderState(
      document: document(&generator), size: size(&generator),
      preferences: Preferences(appearance: appearance(&generator)))
    var pending = state.start().map { Asked(effect: $0, state: state) }
    for step in 0..<Int.random(in: 1...80, using: &generator) {
      let message = message(state, &pending, &generator)
      pending += update(&state, message).map { Asked(effect: $0, state: state) }
      if pending.count > 20 { pending.removeFirst(10) }
      check(state, seed, step)
      for asked in pending where asked.revision == state.article.revision {
        check(asked.effect, in: state.article.document.text, seed, step)
      }
    }
  }

  /// An effect and the text that it speaks of.
  private struct Asked {
    var effect: Effect
    var document: Document
    var revision: Revision

    init(effect: Effect, state: ReaderState) {
      self.effect = effect
      document = state.article.document
      revision = state.article.revision
    }
  }

  /// Anything that may happen next.
  private func message(
    _ state: ReaderState, _ pending: inout [Asked], _ generator: inout SeededGenerator
  ) -> Message {
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: return .resize(size(&generator))
    case 1: return .documentChanged(changed(state.article.document, &generator))
    case 2: return .paste(generator.text(Int.random(in: 0...20, using: &generator)) + "\n")
    case 3...4: return .mouse(mouse(&generator))
    case 5...6:
      // An effect is answered now, later, or never; its text may have changed since.
      if let answer = answer(&pending, &generator) { return answer }
    default: break
    }
    return .key(Self.keys.randomElement(using: &generator) ?? .escape)
  }

  /// What another program makes of the file: some of its text is another, or all of it.
  private func changed(_ old: Document, _ generator: inout SeededGenerator) -> Document {
    if Int.random(in: 0..<4, using: &generator) == 0 { return document(&generator) }
    var text = EditedText(old.text)
    for _ in 0..<Int.random(in: 1...3, using: &generator) { text.edit(using: &generator) }
    return Document(text: text.text, name: old.name)
  }

  /// No place that the program is told lies outside the text or cuts a letter.
  private func check(_ effect: Effect, in text: DecodedText, _ seed: Int, _ step: Int) {
    switch effect {
    case .notes(.change(let edits, _)):
      for case .add(let span, _) in edits {
        #expect(text.contains(span), "seed \(seed), step \(step)")
      }
      for case .place(_, let span) in edits {
        #expect(text.contains(span), "seed \(seed), step \(step)")
      }
    case .keepLetterMarks(let marks):
      #expect(marks.values.allSatisfy(text.isScalarBoundary), "seed \(seed), step \(step)")
    case .analyze(let span):
      #expect(text.contains(span), "seed \(seed), step \(step)")
    default: break
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
    _ pending: inout [Asked], _ generator: inout SeededGenerator
  ) -> Message? {
    guard !pending.isEmpty else { return nil }
    let asked = pending.remove(at: Int.random(in: 0..<pending.count, using: &generator))
    let text = asked.document.text
    let answer: Answer
    switch asked.effect {
    case .analyze:
      let analysis = Analyzer(tagger: nil).analyze(asked.document)
      let done = Int.random(in: 0...text.utf8Count, using: &generator)
      answer =
        Bool.random(using: &generator)
        ? .analysis(analysis, .finished(span: text.span))
        : .analysis(.empty, .running(done: done, total: text.utf8Count))
    case .search(let request): answer = .searchEnded(request, request.run(in: text))
    case .filter(let request): answer = .filtered(request, request.run(in: text) ?? [])
    case .countHits(let count):
      guard let order = count.run(in: text) else { return nil }
      answer = .hitsCounted(count, order)
    case .notes(.change(let edits, let action)):
      guard Bool.random(using: &generator) else {
        answer = .notes(.failed(action, Phrase(.storeDiskFull, .word("/p"))))
        break
      }
      answer = .notes(.done(action, stored(edits, in: asked.document)))
    case .notes: answer = .notes(.undone(nil, isRedo: Bool.random(using: &generator)))
    case .loadTheme(let name, let isPreview):
      return Bool.random(using: &generator)
        ? .themeLoaded(Theme(name: name), isPreview: isPreview) : .themeRefused("no theme \(name)")
    case .editText(let text):
      return .textEdited(Bool.random(using: &generator) ? text + generator.text(9) : nil)
    default: return nil
    }
    return .answer(answer, of: asked.revision)
  }

  /// What the store makes of `edits`.
  private func stored(_ edits: [NoteEdit], in document: Document) -> AnnotationOutcome {
    var outcome = AnnotationOutcome(summary: "x")
    let text = AnchoredText(document.text, contentHash: "x")
    for edit in edits {
      switch (edit, try? edit.edit(in: text)) {
      case (.add(let span, _), .add(let annotation)):
        outcome.changed.append(PlacedAnnotation(annotation, .exact(span)))
      case (_, .remove(let id)): outcome.removed.append(id)
      default: break
      }
    }
    return outcome
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
