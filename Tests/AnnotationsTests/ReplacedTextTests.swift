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

  @Test func `articles of one pattern that change places are told by where the files were`() throws
  {
    func report(_ day: String, _ number: Int) -> String {
      "نشرة \(day)\n\nأعلنت دائرة الأرصاد أن «الحرارة \(number) درجة اليوم». وأضافت أن «الرطوبة \(number) في المئة على الساحل»."
    }
    let (first, second) = (report("الأحد", 31), report("الاثنين", 28))
    let paths = [try file("1.txt", first, age: 60), try file("2.txt", second, age: 60)]
    try note("الرطوبة", in: first, path: paths[0])
    // Moved, so that the time of the file is that of before the note.
    _ = try file("1.txt", second, age: 60)
    #expect(try count(second, paths[0]) == 0)
    // Written anew under other names, and the old text was seen at the other one.
    for (path, words) in zip(["1.txt", "2.txt"], [second, first]) { _ = try file(path, words) }
    #expect(try count(first, paths[1]) == 1)
    #expect(try count(second, paths[0]) == 0)
    // Nothing tells this from an article that was mended.
    #expect(unlink(paths[1]) == 0)
    #expect(try count(second, paths[0]) == 1)
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

  @Test func `of notes that were kept without a sample the place of the files decides`() throws {
    let path = try file("1.txt", Self.market, age: 60)
    try note("السيولة", in: Self.market, path: path)
    let moved = try file("2.txt", Self.market, age: 60)
    #expect(try count(Self.market, moved) == 1)
    for (age, expected) in [(60, 0), (0, 1)] {
      try Database(path: folder.store).run("UPDATE document SET sample = NULL")
      _ = try file("1.txt", Self.theatre, age: age)
      #expect(try count(Self.theatre, path) == expected)
    }
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
