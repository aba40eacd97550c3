import ArabicText
import Glibc
import Platform
import TestSupport
import Testing

@testable import Annotations

@Suite struct JournalTests {
  private let folder: TemporaryFolder
  private let text = AnchoredText(
    DecodedText("افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء."), contentHash: "a")

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> DocumentAnnotations {
    try AnnotationStore(path: folder.store).annotations(of: text, path: "/news/a.txt")
  }

  private func annotation(_ range: Range<Int>, note: String = "") throws -> Annotation {
    Annotation(
      anchor: try #require(text.anchor(start: range.lowerBound, end: range.upperBound)),
      color: .yellow, note: note, tags: ["نقل"])
  }

  @Test func `an annotation comes back as it was given, in another run`() throws {
    var given = try annotation(7..<18, note: "سطر\nوسطر")
    given.correction = .merge(
      subject: .init(name: "ليلى", kind: .person), into: .init(name: "ليلى الحداد", kind: .person))
    given.scope = .everywhere
    given.isProposal = true
    given.conflict = "c1"
    given.absentFrom = ["b"]
    given.author = "هند"
    let outcome = try open().perform([.add(given)], summary: "add")
    #expect(outcome.changed.map(\.annotation) == [given] && outcome.removed.isEmpty)
    let all = try open().all()
    #expect(all.map(\.annotation) == [given])
    #expect(all.map(\.placement) == [.exact(TextSpan(utf8: 13..<34))])
  }

  @Test func `everything is undone and redone across restarts`() throws {
    let one = try annotation(0..<6)
    var changed = one
    changed.note = "هنا"
    let steps: [[AnnotationEdit]] = [
      [.add(one)], [.change(from: one, to: changed)], [.add(try annotation(7..<12))],
      [.remove(one.id)],
    ]
    var states: [Set<Annotation>] = [[]]
    for step in steps {
      _ = try open().perform(step, summary: "step")
      states.append(Set(try open().all().map(\.annotation)))
    }
    #expect(Set(states).count == 5)
    for state in states.dropLast().reversed() {
      #expect(try open().undo() != nil)
      #expect(Set(try open().all().map(\.annotation)) == state)
    }
    #expect(try open().undo() == nil)
    for state in states.dropFirst() {
      #expect(try open().redo() != nil)
      #expect(Set(try open().all().map(\.annotation)) == state)
    }
    #expect(try open().redo() == nil)
  }

  @Test func `after an undo and another change there is nothing to redo, and nothing is deleted`()
    throws
  {
    let (one, two) = (try annotation(0..<6), try annotation(7..<12))
    _ = try open().perform([.add(one)], summary: "one")
    _ = try open().undo()
    _ = try open().perform([.add(two)], summary: "two")
    #expect(try open().redo() == nil)
    #expect(try open().undo()?.summary == "two")
    #expect(try open().undo() == nil)
    let database = try Database(path: folder.store)
    #expect(try database.rows("SELECT summary FROM change") { $0.text(0) } == ["one", "two"])
  }

  @Test(arguments: 0..<6)
  func `random changes, undone and redone at random, follow a list of states`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var states: [[Annotation]] = [[]]
    var place = 0
    for _ in 0..<60 {
      let now = states[place]
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        #expect(try (open().undo() != nil) == (place > 0))
        place = max(0, place - 1)
      case 1:
        #expect(try (open().redo() != nil) == (place < states.count - 1))
        place = min(states.count - 1, place + 1)
      case 2 where !now.isEmpty:
        let gone = try #require(now.randomElement(using: &generator))
        _ = try open().perform([.remove(gone.id)], summary: "remove")
        states = states[...place] + [now.filter { $0.id != gone.id }]
        place += 1
      case 3 where !now.isEmpty:
        let old = try #require(now.randomElement(using: &generator))
        var new = old
        new.note += generator.text(4)
        new.color = HighlightColor.allCases.randomElement(using: &generator)
        _ = try open().perform([.change(from: old, to: new)], summary: "change")
        states = states[...place] + [now.filter { $0.id != old.id } + [new]]
        place += 1
      default:
        let start = Int.random(in: 0..<40, using: &generator)
        let new = try annotation(start..<start + Int.random(in: 1...9, using: &generator))
        _ = try open().perform([.add(new)], summary: "add")
        states = states[...place] + [now + [new]]
        place += 1
      }
      #expect(Set(try open().all().map(\.annotation)) == Set(states[place]))
    }
  }

  @Test func `two readers see each other's changes and lose none`() throws {
    let (one, other) = (try open(), try open())
    let first = try annotation(0..<6, note: "من الأول")
    let version = try other.version()
    _ = try one.perform([.add(first)], summary: "add")
    #expect(try other.version() != version)
    #expect(try other.all().map(\.annotation) == [first])

    // Both change the same annotation, each without knowing of the other.
    var (mine, yours) = (first, first)
    mine.tags.append("جسر")
    mine.color = .blue
    yours.tags = ["زهراء"]
    yours.note = "من الثاني"
    _ = try one.perform([.change(from: first, to: mine)], summary: "mine")
    _ = try other.perform([.change(from: first, to: yours)], summary: "yours")
    let merged = try #require(try one.all().first?.annotation)
    #expect(merged.color == .blue && merged.note == "من الثاني" && merged.tags == ["جسر", "زهراء"])
  }

  @Test func `of two notes written at the same time both are kept`() throws {
    let (one, other) = (try open(), try open())
    let first = try annotation(0..<6)
    _ = try one.perform([.add(first)], summary: "add")
    var (mine, yours) = (first, first)
    mine.note = "رأيي"
    yours.note = "رأيك"
    _ = try one.perform([.change(from: first, to: mine)], summary: "mine")
    let outcome = try other.perform([.change(from: first, to: yours)], summary: "yours")
    #expect(outcome.keptBeside)
    #expect(Set(try one.all().map(\.annotation.note)) == ["رأيي", "رأيك"])
    #expect(Set(try one.all().map(\.annotation.anchor)).count == 1)
  }

  @Test func `what was removed while it was changed is there again`() throws {
    let (one, other) = (try open(), try open())
    let first = try annotation(0..<6)
    _ = try one.perform([.add(first)], summary: "add")
    _ = try one.perform([.remove(first.id)], summary: "remove")
    var mine = first
    mine.note = "مهم"
    _ = try other.perform([.change(from: first, to: mine)], summary: "note")
    #expect(try one.all().map(\.annotation.note) == ["مهم"])
  }

  @Test func `what is left blank is removed`() throws {
    let first = try annotation(0..<6)
    _ = try open().perform([.add(first)], summary: "add")
    var blank = first
    (blank.color, blank.tags) = (nil, [])
    let outcome = try open().perform([.change(from: first, to: blank)], summary: "clear")
    #expect(outcome.removed == [first.id])
    #expect(try open().all().isEmpty)
  }

  @Test func `a renamed file keeps its annotations, and an edited one finds them by its path`()
    throws
  {
    let given = try annotation(19..<30, note: "من هي؟")
    _ = try open().perform([.add(given)], summary: "add")
    let store = try AnnotationStore(path: folder.store)
    #expect(try store.annotations(of: text, path: "/elsewhere.txt").all().count == 1)

    let edited = AnchoredText(
      DecodedText("عاجل: افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء."),
      contentHash: "b")
    // Not seen under the new path with a change: only the path tells that it is the same work.
    #expect(try store.annotations(of: edited, path: "/unknown.txt").all().isEmpty)
    let found = try store.annotations(of: edited, path: "/news/a.txt").all()
    guard case .moved(let span) = found.first?.placement else {
      Issue.record("\(found)")
      return
    }
    #expect(edited.text.string(in: span) == "ليلى الحداد")
    // The place is kept, and the first state of the text has its own still.
    let again = try store.annotations(of: edited, path: nil).all()
    #expect(again.map(\.placement) == [.exact(span)])
    #expect(try open().all().map(\.annotation) == [given])
  }

  @Test func `a place that was confirmed is kept, and undone`() throws {
    let given = try annotation(19..<30, note: "من هي؟")
    _ = try open().perform([.add(given)], summary: "add")
    let edited = AnchoredText(DecodedText("وصلت ليلى الحداد أمس."), contentHash: "b")
    let store = try AnnotationStore(path: folder.store)
    let there = store.annotations(of: edited, path: "/news/a.txt")
    let proposal = try #require(try there.all().first)
    #expect(proposal.isUndecided)
    var confirmed = proposal.annotation
    confirmed.anchor = edited.passage(try #require(proposal.span))
    let outcome = try there.perform(
      [.change(from: proposal.annotation, to: confirmed)], summary: "place")
    #expect(outcome.changed.first?.isUndecided == false)
    #expect(try there.all().first?.placement == .exact(TextSpan(utf8: 9..<30)))
    #expect(try open().all().map(\.placement) == [.exact(TextSpan(utf8: 35..<56))])
    _ = try there.undo()
    #expect(try there.all().first?.isUndecided == true)
  }

  @Test func `an orphan is listed with its text and never dropped`() throws {
    let given = try annotation(19..<30, note: "من هي؟")
    _ = try open().perform([.add(given)], summary: "add")
    let other = AnchoredText(DecodedText("نص جديد كل الجدة."), contentHash: "b")
    let store = try AnnotationStore(path: folder.store)
    let found = try store.annotations(of: other, path: "/news/a.txt").all()
    #expect(found == [PlacedAnnotation(given, .orphan)])
  }

  @Test func `one of several articles in a file is told by its place, and not found by it`() throws
  {
    let store = try AnnotationStore(path: folder.store)
    _ = try store.annotations(of: text, place: "/news/a.jsonl#3")
      .perform([.add(try annotation(0..<6))], summary: "add")
    #expect(try store.annotatedDocuments().map(\.path) == ["/news/a.jsonl#3"])
    let other = AnchoredText(DecodedText("خبر آخر."), contentHash: "b")
    #expect(try store.annotations(of: other, place: "/news/a.jsonl#3").all().isEmpty)
  }

  @Test func `one of several articles in a file finds its annotations by what it calls itself`()
    throws
  {
    let store = try AnnotationStore(path: folder.store)
    let key = ItemKey.make("/news/a.jsonl", "id 7")
    #expect(ItemKey.path(of: key) == "/news/a.jsonl")
    _ = try store.annotations(of: text, place: "/news/a.jsonl#3", key: key)
      .perform([.add(try annotation(0..<6))], summary: "add")
    let edited = AnchoredText(
      DecodedText(text.text.string(in: text.text.span) + " وهذا أضيف إليه."), contentHash: "b")
    let elsewhere = ItemKey.make("/news/b.jsonl", "id 7")
    #expect(
      try store.annotations(of: edited, place: "/news/b.jsonl#1", key: elsewhere).all().isEmpty)
    #expect(try store.annotations(of: edited, place: "/news/a.jsonl#4", key: key).all().count == 1)
    // Another article under the name of the old one has none of its words.
    let other = AnchoredText(DecodedText("خبر آخر."), contentHash: "c")
    #expect(try store.annotations(of: other, key: key).all().isEmpty)
    #expect(try store.annotatedDocuments().map(\.path) == ["/news/a.jsonl#4"])
  }

  @Test func `a text that was renamed and looked at there finds its annotations when it is edited`()
    throws
  {
    let store = try AnnotationStore(path: folder.store)
    let edited = AnchoredText(
      DecodedText(text.text.string(in: text.text.span) + " وهذا أضيف إليه."), contentHash: "b")
    let key = ItemKey.make("/news/c.jsonl", "7")
    _ = try store.annotations(of: text, path: "/news/a.txt")
      .perform([.add(try annotation(0..<6))], summary: "add")
    #expect(try store.annotations(of: edited, path: "/news/renamed.txt").all().isEmpty)
    #expect(try store.annotations(of: text, path: "/news/renamed.txt").all().count == 1)
    #expect(try store.annotations(of: text, place: "/news/c.jsonl#1", key: key).all().count == 1)
    #expect(try store.annotatedDocuments().first { $0.isLast }?.path == "/news/a.txt")
    #expect(try store.annotations(of: edited, path: "/news/renamed.txt").all().count == 1)
    let item = AnchoredText(
      DecodedText("عاجل. " + text.text.string(in: text.text.span)), contentHash: "c")
    #expect(try store.annotations(of: item, place: "/news/c.jsonl#1", key: key).all().count == 1)
  }

  @Test func `a copy of a text does not take its place`() throws {
    let store = try AnnotationStore(path: folder.store)
    _ = try store.annotations(of: text, path: "/news/a.txt")
      .perform([.add(try annotation(0..<6))], summary: "add")
    // A copy is opened and changed.
    _ = try store.annotations(of: text, path: "/news/copy.txt")
      .perform([.add(try annotation(7..<12))], summary: "add")
    let changed = AnchoredText(
      DecodedText(text.text.string(in: text.text.span) + " وهذا أضيف إليه."), contentHash: "c")
    let copy = store.annotations(of: changed, path: "/news/copy.txt")
    let added = Annotation(anchor: try #require(changed.anchor(start: 0, end: 6)), note: "c")
    _ = try copy.perform([.add(added)], summary: "add")
    let documents = try store.annotatedDocuments()
    #expect(documents.map(\.path) == ["/news/copy.txt", "/news/a.txt"])
    #expect(documents.map(\.isLast) == [true, false])
    #expect(documents.map(\.contentHash) == ["c", "a"] && documents.map(\.count) == [3, 3])
    #expect(
      try store.annotatedPlaces() == ["a", "c", "/news/a.txt", "/news/copy.txt"])
    let other = AnchoredText(DecodedText("خبر آخر."), contentHash: "e")
    #expect(try store.annotations(of: other, path: "/news/a.txt").all().isEmpty)
    // What is edited while nobody looks still finds its annotations by the place.
    let edited = AnchoredText(
      DecodedText("مقدمة جديدة.\n" + text.text.string(in: text.text.span)), contentHash: "d")
    #expect(try store.annotations(of: edited, path: "/news/a.txt").all().count == 3)
  }

  @Test func `a backup is a whole store and writes over nothing`() throws {
    let given = try annotation(0..<6, note: "نسخة")
    _ = try open().perform([.add(given)], summary: "add")
    let copy = folder.path + "/copy.sqlite"
    let store = try AnnotationStore(path: folder.store)
    try store.backUp(to: copy)
    #expect(try TemporaryFolder.mode(of: copy) == 0o600)
    #expect(throws: StoreError.exists(path: copy)) { try store.backUp(to: copy) }
    let kept = try AnnotationStore(path: copy).annotations(of: text).all()
    #expect(kept.map(\.annotation) == [given])
    #expect(try store.annotatedDocuments().map(\.count) == [1])
  }
}
