import ArabicText
import Glibc
import Platform
import TestSupport
import Testing

@testable import Annotations

/// Whether a text at the path of an annotated one is a later state of it, or another article.
struct ReplacedTextTests {
  private let folder: TemporaryFolder
  private let store: AnnotationStore

  private static let market = """
    البورصة تغلق مرتفعة

    قالت رئيسة البورصة نهى الأسمر إن «التداول تضاعف هذا الأسبوع في قطاع المصارف».

    وأوضحت أن شركتين جديدتين ستدرجان قبل نهاية الشهر بعد موافقة الهيئة.

    وأضافت أن «السيولة كافية للعام المقبل».
    """
  private static let theatre = """
    مهرجان المسرح يبدأ غدا

    أعلن المخرج وسام الجندي أن «العرض الأول مأخوذ عن رواية قديمة» كتبت في دمشق.

    ويشارك في المهرجان ممثلون من ست دول، وتستمر الفعاليات عشرة أيام متواصلة.

    وأضافت أن «السيولة كافية للعام المقبل».
    """
  private static let match = """
    المنتخب يستعد للنهائي

    ذكر المدرب راغب شاهين أن «الفريق جاهز بدنيا ونفسيا» رغم إصابة الحارس.

    وقال إن السيولة شيء آخر، وإن الجمهور سيملأ المدرجات منذ الصباح الباكر.
    """

  init() throws {
    folder = try TemporaryFolder()
    store = try AnnotationStore(path: folder.store)
  }

  private func text(_ words: String) -> AnchoredText {
    AnchoredText(DecodedText(words), contentHash: "\(words.hashValue)")
  }

  /// A file, written so long ago.
  private func file(_ name: String, _ words: String, age: Int = 0) throws -> String {
    let path = try folder.file(name, words.utf8)
    guard age > 0 else { return path }
    let time = timeval(tv_sec: Glibc.time(nil) - age, tv_usec: 0)
    #expect(utimes(path, [time, time]) == 0)
    return path
  }

  private func note(_ word: String, in words: String, path: String? = nil, key: String? = nil)
    throws
  {
    let text = text(words)
    let start = words[..<(try #require(words.firstRange(of: word)).lowerBound)].unicodeScalars.count
    let anchor = try #require(text.anchor(start: start, end: start + word.unicodeScalars.count))
    _ = try store.annotations(of: text, path: path, key: key)
      .perform([.add(Annotation(anchor: anchor, note: "ملحوظة"))], summary: "add")
  }

  private func count(
    _ words: String, _ path: String? = nil, key: String? = nil, after: String? = nil
  )
    throws -> Int
  {
    try store.annotations(of: text(words), path: path, key: key, after: after).all().count
  }

  @Test(
    arguments: [[market, theatre], [market, match], [market, theatre, match]], [false, true])
  func `a note goes with its article when files change places`(
    _ articles: [String], isSeenFirst: Bool
  ) throws {
    let paths = try articles.indices.map { try file("\($0).txt", articles[$0], age: 60) }
    try note("السيولة", in: articles[0], path: paths[0])
    // Each is where the next one was.
    let places = Array(paths.dropFirst()) + [paths[0]]
    for (article, place) in zip(articles, places) {
      _ = try file(FilePath.name(of: place), article, age: 60)
    }
    if isSeenFirst { #expect(try count(articles[0], places[0]) == 1) }
    for (article, place) in zip(articles, places).dropFirst() {
      #expect(try count(article, place) == 0)
    }
    #expect(try count(articles[0], places[0]) == 1)
  }

  @Test
  func
    `another article in the place of the old one has its notes neither for a sentence nor a word`()
    throws
  {
    let path = try file("1.txt", Self.market)
    try note("السيولة", in: Self.market, path: path)
    for other in [Self.theatre, Self.match] {
      _ = try file("1.txt", other)
      #expect(try count(other, path) == 0)
      #expect(try count(other, path, after: text(Self.market).contentHash) == 0)
    }
    #expect(try count(Self.market, path) == 1)
  }

  @Test func `a later version of an article has its notes, also where half of it was renewed`()
    throws
  {
    let path = try file("1.txt", Self.market)
    try note("السيولة", in: Self.market, path: path)
    let mended = Self.market.replacing("تضاعف", with: "ارتفع").replacing(
      "شركتين", with: "ثلاث شركات")
    let grown = "تحديث أول\n\n" + Self.market + "\n\n" + String(repeating: Self.match, count: 3)
    let renewed =
      "البورصة تغلق مستقرة\n\nوقال متعاملون إن الأسعار عادت إلى ما كانت عليه صباح الأحد الماضي.\n\n"
      + Self.market.split(separator: "\n\n").suffix(2).joined(separator: "\n\n")
    for later in [mended, grown, renewed] {
      _ = try file("1.txt", later)
      #expect(try count(later, path) == 1)
    }
  }

  private func places(
    _ words: String, _ path: String? = nil, key: String? = nil, after: String? = nil
  ) throws -> [Bool] {
    try store.annotations(of: text(words), path: path, key: key, after: after).all()
      .map(\.placement.isCertain)
  }

  /// A report as there is one each day.
  private func report(_ day: String, _ degrees: Int, _ percent: Int) -> String {
    "نشرة الطقس\n\nأعلنت دائرة الأرصاد أن «الحرارة \(degrees) درجة اليوم» في معظم المدن. وأضافت أن «الرطوبة \(percent) في المئة على الساحل» مع رياح خفيفة. ويبقى البحر هادئا حتى مساء \(day)."
  }

  @Test func `articles of one pattern that change places are told by where the files were`() throws
  {
    let (first, second) = (report("الأحد", 31, 60), report("الاثنين", 28, 72))
    let paths = [try file("1.txt", first, age: 60), try file("2.txt", second, age: 60)]
    try note("الرطوبة", in: first, path: paths[0])
    // Nothing tells yet whether it is the next one or the same one mended.
    _ = try file("1.txt", second)
    #expect(try places(second, paths[0]) == [false])
    // The old text is seen at the other place.
    _ = try file("2.txt", first)
    #expect(try places(first, paths[1]) == [true])
    #expect(try places(second, paths[0]) == [])
    // It is nowhere any more, but once seen elsewhere it is another one for good.
    #expect(unlink(paths[1]) == 0)
    #expect(try places(second, paths[0]) == [])
  }

  /// Two that differ by a day alone, so that each could be the other one mended.
  @Test(arguments: [false, true])
  func `articles that differ by a word keep their notes apart when they are edited after a swap`(
    isSecondNoted: Bool
  ) throws {
    var words = [report("الأحد", 31, 60), report("الاثنين", 31, 60)]
    let paths = [try file("1.txt", words[0], age: 60), try file("2.txt", words[1], age: 60)]
    try note("الرطوبة", in: words[0], path: paths[0])
    if isSecondNoted { try note("الحرارة", in: words[1], path: paths[1]) }
    try swap(paths)
    #expect(try places(words[0], paths[1]) == [true])
    #expect(try places(words[1], paths[0]) == (isSecondNoted ? [true] : []))
    for (old, new) in [("خفيفة", "قوية"), ("هادئا", "مضطربا")] {
      for (index, name) in ["2.txt", "1.txt"].enumerated() {
        words[index] = words[index].replacing(old, with: new)
        _ = try file(name, words[index])
      }
      #expect(try places(words[1], paths[0]) == (isSecondNoted ? [true] : []))
      #expect(try places(words[0], paths[1]) == [true])
    }
    try swap(paths)
    #expect(try places(words[0], paths[0]) == [true])
    let edited = words[0].replacing("المدن", with: "المناطق")
    _ = try file("1.txt", edited)
    #expect(try places(edited, paths[0]) == [true])
  }

  private func swap(_ paths: [String]) throws {
    let aside = folder.path + "/aside"
    for (old, new) in [(paths[0], aside), (paths[1], paths[0]), (aside, paths[1])] {
      #expect(rename(old, new) == 0)
    }
  }

  @Test func `what is to be confirmed goes with its text when the file is renamed or edited`()
    throws
  {
    let (first, second) = (report("الأحد", 31, 60), report("الاثنين", 28, 72))
    let path = try file("latest.txt", first, age: 60)
    try note("الرطوبة", in: first, path: path)
    _ = try file("latest.txt", second)
    #expect(try places(second, path) == [false])
    let renamed = folder.path + "/monday.txt"
    #expect(rename(path, renamed) == 0)
    #expect(try places(second, renamed) == [false])
    let mended = second.replacing("خفيفة", with: "قوية")
    _ = try file("monday.txt", mended)
    #expect(try places(mended, renamed) == [false])
    #expect(try places(mended, folder.path + "/copy.txt") == [false])
    // Until the old text is seen again.
    _ = try file("sunday.txt", first)
    #expect(try places(first, folder.path + "/sunday.txt") == [true])
    #expect(try places(mended, renamed) == [])
  }

  @Test func `what has been refused stays so when the text is edited`() throws {
    let (first, second) = (report("الأحد", 31, 60), report("الاثنين", 28, 72))
    let path = try file("latest.txt", first, age: 60)
    try note("الرطوبة", in: first, path: path)
    _ = try file("latest.txt", second)
    let next = store.annotations(of: text(second), path: path)
    _ = try next.perform([.remove(try next.all()[0].id)], summary: "remove")
    #expect(try places(second, path) == [])
    let mended = second.replacing("خفيفة", with: "قوية")
    _ = try file("latest.txt", mended)
    #expect(try places(mended, path) == [])
  }

  @Test(arguments: [0, 60])
  func `the next report in the place of the last one asks whose a note is`(age: Int) throws {
    let reports = [report("الأحد", 31, 60), report("الاثنين", 28, 72), report("الثلاثاء", 25, 64)]
    let path = try file("latest.txt", reports[0], age: 60)
    try note("الرطوبة", in: reports[0], path: path)
    for next in reports.dropFirst() {
      _ = try file("latest.txt", next, age: age)
      #expect(try places(next, path) == [false])
      #expect(try places(next, path, after: text(reports[0]).contentHash) == [false])
    }
    #expect(try places(reports[0], path) == [true])
  }

  @Test func `what is decided of a note that was asked for is kept with the next report`() throws {
    let (first, second) = (report("الأحد", 31, 60), report("الاثنين", 28, 72))
    let path = try file("latest.txt", first)
    for word in ["الرطوبة", "البحر", "رياح"] { try note(word, in: first, path: path) }
    let old = try file("old.txt", first)
    _ = try file("latest.txt", second)
    let next = store.annotations(of: text(second), path: path)
    let asked = try next.all()
    #expect(asked.map(\.placement.isCertain) == [false, false, false])
    // The first is accepted, the second removed, and a note of its own is made.
    var accepted = asked[0].annotation
    accepted.anchor = try #require(
      asked[0].span.flatMap { next.text.anchor(of: $0) })
    _ = try next.perform([.change(from: asked[0].annotation, to: accepted)], summary: "accept")
    let removed = try next.perform([.remove(asked[1].id)], summary: "remove")
    #expect(removed.removed == [asked[1].id])
    try note("الحرارة", in: second, path: path)
    #expect(try places(second, path).sorted { !$0 && $1 } == [false, true, true])
    // Seen elsewhere, the old text takes back what was not accepted.
    #expect(try places(first, old) == [true, true, true])
    #expect(try places(second, path) == [true, true])
    _ = try next.undo()
    _ = try next.undo()
    #expect(try places(second, path) == [true])
  }

  @Test func `reports that were taken for later ones are parted when the old text is seen again`()
    throws
  {
    let reports = [report("الأحد", 31, 60), report("الأحد", 28, 60)]
    // But for a figure they are the same, so that the second one looks mended.
    let path = try file("latest.txt", reports[0])
    try note("الرطوبة", in: reports[0], path: path)
    let old = folder.path + "/old.txt"
    #expect(rename(path, old) == 0)
    _ = try file("latest.txt", reports[1])
    #expect(try places(reports[1], path) == [true])
    try note("الحرارة", in: reports[1], path: path)
    #expect(try places(reports[1], path) == [true, true])
    #expect(try places(reports[0], old) == [true])
    #expect(try places(reports[1], path) == [true])
    #expect(try places(reports[0], old) == [true])
    _ = try store.annotations(of: text(reports[1]), path: path).undo()
    #expect(try places(reports[1], path) == [])
    #expect(try places(reports[0], old) == [true])
  }

  @Test func `what an older version took for a later state is looked at again`() throws {
    let (first, second) = (report("الأحد", 31, 60), report("الاثنين", 28, 72))
    let paths = [try file("1.txt", first, age: 60), try file("2.txt", second, age: 60)]
    try note("الرطوبة", in: first, path: paths[0])
    let database = try Database(path: folder.store)
    let hashes = [first, second].map { text($0).contentHash }
    try database.run(
      "INSERT INTO document SELECT ?, work, path, seen + 1, NULL, NULL, NULL FROM document",
      [.text(hashes[1])])
    try database.run(
      "INSERT INTO copy SELECT path, ?, seen + 1, NULL, NULL FROM copy", [.text(hashes[1])])
    try database.run(
      "INSERT INTO anchor SELECT work, annotation, ?, first + 2, last + 2, exact, prefix, suffix, distinction, made, side_distinction FROM anchor",
      [.text(hashes[1])])
    try database.run("UPDATE document SET outline = NULL")
    #expect(try places(first, paths[1]) == [true])
    #expect(try places(second, paths[0]) == [])
  }

  @Test func `an article that is mended keeps its notes where they certainly stand`() throws {
    let path = try file("1.txt", Self.market)
    try note("السيولة", in: Self.market, path: path)
    var words = Self.market
    for (old, new) in [
      ("تغلق مرتفعة", "تغلق على ارتفاع"), ("تضاعف", "تضاعف مرتين"), ("نهى الأسمر", "نهى الأسمري"),
      ("شركتين جديدتين", "شركتين"), ("البورصة تغلق", "عاجل: البورصة تغلق"),
    ] {
      words = words.replacing(old, with: new)
      _ = try file("1.txt", words)
      #expect(try places(words, path) == [true])
    }
  }

  @Test func `an item that is known by its name keeps its notes when it says that it was changed`()
    throws
  {
    let list = try file("f.xml", "")
    let key = ItemKey.make(list, "urn:7")
    let item = "البورصة تغلق مرتفعة\n2026-11-29T10:00:00Z · وكالة\n\n" + Self.market
    try note("السيولة", in: item, key: key)
    let mended = item.replacing("11-29T10:00", with: "11-30T08:15").replacing(
      "تضاعف", with: "ارتفع")
    #expect(try places(mended, key: key) == [true])
  }

  @Test func `articles that differ by a word and change places keep their notes apart`() throws {
    let (first, second) = (Self.market, Self.market.replacing("تضاعف", with: "ارتفع"))
    let paths = [try file("1.txt", first, age: 60), try file("2.txt", second, age: 60)]
    try note("السيولة", in: first, path: paths[0])
    for (path, words) in zip(["1.txt", "2.txt"], [second, first]) {
      _ = try file(path, words, age: 60)
    }
    #expect(try count(first, paths[1]) == 1)
    #expect(try count(second, paths[0]) == 0)
  }

  @Test func `a copy that is mended has the notes still, and so has the file that was copied`()
    throws
  {
    let path = try file("1.txt", Self.market, age: 60)
    try note("السيولة", in: Self.market, path: path)
    let copy = try file("2.txt", Self.market)
    #expect(try count(Self.market, copy) == 1)
    let mended = Self.market.replacing("تضاعف", with: "ارتفع")
    _ = try file("1.txt", mended)
    #expect(try count(mended, path) == 1)
    #expect(try count(Self.market, copy) == 1)
    let other = Self.market.replacing("مرتفعة", with: "على ارتفاع")
    _ = try file("2.txt", other)
    #expect(try count(other, copy) == 1)
  }

  @Test func `a file of two names is edited under both, and its notes stay`() throws {
    let path = try file("1.txt", Self.market, age: 60)
    try note("السيولة", in: Self.market, path: path)
    let link = folder.path + "/2.txt"
    #expect(Glibc.link(path, link) == 0)
    #expect(try count(Self.market, link) == 1)
    let mended = Self.market.replacing("تضاعف", with: "ارتفع")
    let stream = try #require(fopen(path, "w"))
    #expect(fputs(mended, stream) >= 0 && fclose(stream) == 0)
    #expect(try count(mended, path) == 1)
    #expect(try count(mended, link) == 1)
  }

  @Test
  func `articles of lists of one another's numbers keep their notes when the lists change places`()
    throws
  {
    let lists = [
      try file("a.jsonl", Self.market, age: 60), try file("b.jsonl", Self.theatre, age: 60),
    ]
    let keys = lists.map { ItemKey.make($0, "7") }
    try note("السيولة", in: Self.market, key: keys[0])
    #expect(try count(Self.theatre, key: keys[0]) == 0)
    #expect(try count(Self.market, key: keys[1]) == 1)
    let mended = Self.market.replacing("تضاعف", with: "ارتفع")
    _ = try file("b.jsonl", mended)
    #expect(try count(mended, key: keys[1]) == 1)
  }

  @Test(arguments: [(60, 0), (0, 1)])
  func `of notes that were kept without a sample the place of the files decides`(
    age: Int, expected: Int
  ) throws {
    let path = try file("1.txt", Self.market, age: 60)
    try note("السيولة", in: Self.market, path: path)
    let moved = try file("2.txt", Self.market, age: 60)
    #expect(try count(Self.market, moved) == 1)
    try Database(path: folder.store).run("UPDATE document SET sample = NULL, outline = NULL")
    _ = try file("1.txt", Self.theatre, age: age)
    #expect(try count(Self.theatre, path) == expected)
  }

  @Test func `what is found in a store that is looked into is kept in it, if it is to be`() throws {
    let path = try file("1.txt", Self.market)
    try note("السيولة", in: Self.market, path: path)
    let renamed = folder.path + "/2.txt"
    let mended = Self.market.replacing("تضاعف", with: "ارتفع")
    for keeps in [false, true] {
      let looked = try #require(
        try AnnotationStore(lookingInto: folder.store, keepingFindings: keeps))
      #expect(try looked.found(in: text(Self.market), path: renamed).count == 1)
      #expect(try looked.found(in: text(mended), path: renamed).count == (keeps ? 1 : 0))
    }
    #expect(try store.annotatedPlaces().contains(renamed))
  }
}
