import Annotations
import ArabicText
import Documents
import Glibc
import Platform
import TestSupport
import Testing

@testable import Library

/// A folder of articles that are renamed, copied and edited, and of which it is known whose notes are whose.
struct MovedArticles {
  /// What a file holds.
  private struct Article {
    var number: Int
    var words: String
    /// Whether it was looked at as it is.
    var isSeen = false
  }

  private let folder: TemporaryFolder
  private let root: String
  private let store: AnnotationStore
  private var files: [String: Article] = [:]
  private var noted: Set<Int> = []
  private var random: SeededGenerator
  private var names = 0
  /// What was done, for a person.
  private(set) var history: [String] = []
  /// What was wrong.
  private(set) var faults: [String] = []

  /// Articles of `kind`, every other one, or each, with a note.
  init(_ kind: Kind, seed: UInt64) throws {
    folder = try TemporaryFolder()
    root = try folder.folder("news")
    store = try AnnotationStore(path: folder.path + "/annotations.sqlite")
    random = SeededGenerator(seed: seed)
    for number in 0..<kind.count {
      let path = newPath()
      try write(kind.words(number), to: path)
      files[path] = Article(number: number, words: kind.words(number), isSeen: true)
      if Bool.random(using: &random) || number == 0 { try note(number, at: path) }
    }
  }

  private mutating func newPath() -> String {
    names += 1
    return "\(root)/\(names).txt"
  }

  /// Writes it as a minute ago, each at another time, by which a scan knows one from the other.
  private func write(_ words: String, to path: String) throws {
    try TemporaryFolder.write(Array(words.utf8), to: path)
    let time = timeval(tv_sec: Glibc.time(nil) - 60 - names, tv_usec: 0)
    #expect(utimes(path, [time, time]) == 0)
  }

  /// Waits until the clock of the file system, which may be some milliseconds late, is past all that was done.
  private func waitForFiles() { usleep(10_000) }

  private func document(_ path: String) throws -> AnchoredText {
    let document = try DocumentLoader.load(path: path)
    return AnchoredText(
      document.text, contentHash: DocumentLoader.contentHash(of: document.text))
  }

  private mutating func note(_ number: Int, at path: String) throws {
    let text = try document(path)
    let words = text.text.string(in: text.text.span)
    let start = words[..<(try #require(words.firstRange(of: "الصاغة")).lowerBound)].unicodeScalars
    let anchor = try #require(text.anchor(start: start.count, end: start.count + 6))
    _ = try store.annotations(of: text, path: path)
      .perform([.add(Annotation(anchor: anchor, note: "\(number)"))], summary: "add")
    noted.insert(number)
  }

  // MARK: What is done

  mutating func step() throws {
    for _ in 0..<Int.random(in: 1...2, using: &random) { try move() }
    try look()
    guard Int.random(in: 0..<3, using: &random) > 0 else { return }
    try edit()
  }

  private mutating func move() throws {
    let paths = files.keys.sorted().shuffled(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let path = newPath()
      history.append("cp \(paths[0]) \(path)")
      try TemporaryFolder.write(Array(files[paths[0]]?.words.utf8 ?? "".utf8), to: path)
      files[path] = files[paths[0]]
      files[path]?.isSeen = false
    case 1: try rename(paths[0], newPath())
    case 2:
      // Another one takes its place.
      let path = newPath()
      try rename(paths[0], path)
      try rename(paths[1], paths[0])
    default:
      let ring = Array(paths.prefix(Int.random(in: 2...3, using: &random)))
      let aside = root + "/aside"
      try rename(ring[0], aside)
      for (old, new) in zip(ring.dropFirst(), ring) { try rename(old, new) }
      try rename(aside, ring[ring.count - 1])
    }
  }

  private mutating func rename(_ old: String, _ new: String) throws {
    history.append("mv \(old) \(new)")
    #expect(Glibc.rename(old, new) == 0)
    files[new] = files.removeValue(forKey: old)
    files[new]?.isSeen = false
  }

  /// Edits some files, one word in each, in place or as `sed -i` does.
  private mutating func edit() throws {
    waitForFiles()
    let seen = files.filter(\.value.isSeen).keys.sorted().shuffled(using: &random)
    let edited = seen.prefix(Int.random(in: 1...2, using: &random))
    for path in edited {
      guard var article = files[path] else { continue }
      let (old, new) = Kind.edit(of: article.words, using: &random)
      article.words = article.words.replacing(old, with: new)
      let isInPlace = Bool.random(using: &random)
      history.append("edit \(path) \(old) \(new) \(isInPlace)")
      if isInPlace {
        let file = try #require(fopen(path, "w"))
        #expect(fputs(article.words, file) >= 0 && fclose(file) == 0)
      } else {
        let other = root + "/.new"
        try TemporaryFolder.write(Array(article.words.utf8), to: other)
        #expect(Glibc.rename(other, path) == 0)
      }
      article.isSeen = false
      files[path] = article
    }
    try look()
    // What is edited and moved between two looks is known neither by its words nor by its place.
    for path in files.keys.sorted() where edited.contains(path) && files[path]?.isSeen == false {
      try read(path)
    }
  }

  // MARK: What is seen

  /// Looks at all, as `rawi find` does, or at some, as in the reader.
  private mutating func look() throws {
    if Bool.random(using: &random) {
      for path in files.keys.sorted().shuffled(using: &random).prefix(3) { try read(path) }
    } else {
      try find()
    }
  }

  private mutating func read(_ path: String) throws {
    history.append("read \(path)")
    let text = store.annotations(of: try document(path), path: path)
    MovedText.look(before: text, in: store)
    _ = check(try text.all(), at: path, "read")
    files[path]?.isSeen = true
  }

  mutating func find() throws {
    history.append("find")
    let notes = try LibraryNotes(
      AnnotationStore(path: folder.path + "/annotations.sqlite"), of: root)
    let catalogue = try Catalogue(of: root, in: folder.path + "/cache", version: "1")
    try catalogue.scan(.init(), jobs: 1)
    _ = try catalogue.unseen(by: notes, FolderDocuments(root, .init()))
    var found: Set<Int> = []
    for path in files.keys.sorted() {
      let all = try store.annotations(of: try document(path), path: path).all()
      found.formUnion(check(all, at: path, "find"))
      files[path]?.isSeen = true
    }
    for number in noted.subtracting(found).sorted() {
      faults.append("\(number) is lost after \(history.count)")
    }
  }

  /// - Returns: the articles whose notes stand here, certain or not, where these are of this article.
  private mutating func check(
    _ all: [PlacedAnnotation], at path: String, _ how: String
  ) -> [Int] {
    let number = files[path]?.number ?? -1
    for placed in all where placed.placement.isCertain && placed.annotation.note != "\(number)" {
      faults.append(
        "\(how): \(path), which is \(number), has \(placed.annotation.note) after \(history.count)")
    }
    return all.compactMap { Int($0.annotation.note) }.filter { $0 == number }
  }
}

extension MovedArticles {
  /// How like one another they are.
  enum Kind: CaseIterable {
    /// One word is another.
    case nearlySame
    /// Of one pattern.
    case series
    /// Both, and some that have nothing in common.
    case mixed

    var count: Int { self == .mixed ? 12 : 4 }

    func words(_ number: Int) -> String {
      let name = Self.names[number % Self.names.count]
      switch self {
      case .nearlySame: return Self.report(name, 48, 3100)
      case .series: return Self.report(name, 48 + number, 3100 + 50 * number, "نشرة \(name)")
      case .mixed:
        switch number {
        case 0..<4: return Kind.nearlySame.words(number)
        case 4..<8: return Kind.series.words(number)
        default: return Self.unlike[number - 8]
        }
      }
    }

    private static let names = [
      "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "العيد",
    ]
    /// Words that stand for one another.
    private static let words = [
      "هادئة", "صاعدة", "نشيطة", "راكدة", "محدود", "متزايد", "متراجع", "مستقر", "الصباحية",
      "المسائية",
    ]

    private static func report(
      _ day: String, _ dollars: Int, _ gold: Int, _ title: String = "نشرة الأسعار"
    ) -> String {
      """
      \(title)

      سجل سعر الدولار في المصرف المركزي \(dollars) جنيها للشراء مع افتتاح التعاملات الصباحية. وبلغ سعر غرام الذهب من \
      العيار الأول \(gold) جنيها في محال الصاغة. وقال رئيس الشعبة هاني ميلاد إن «السوق هادئة والطلب محدود منذ أول \
      الأسبوع». وتغلق المصارف أبوابها في الثالثة عصرا كل يوم \(day).

      """
    }

    private static let unlike = [
      "مهرجان المسرح\n\nأعلن المخرج وسام الجندي أن «العرض الأول هادئة فصوله» في حي الصاغة القديم. ويشارك ممثلون من ست دول، والإقبال محدود في اليوم الأول.\n",
      "المنتخب يستعد\n\nذكر المدرب راغب شاهين أن «المباراة هادئة» في ملعب الصاغة. وجمهور الفريق محدود هذا العام، وغاب ثلاثة لاعبين عن التدريب الأخير.\n",
      "جسر جديد\n\nافتتحت وزيرة النقل ليلى الحداد جسرا يصل شارع الصاغة بالضفة الأخرى. والحركة عليه هادئة حتى الآن، والعبور محدود بالسيارات الصغيرة وحدها.\n",
      "أمطار على الساحل\n\nقالت دائرة الأرصاد إن الليلة هادئة بعد أمطار غزيرة أغلقت سوق الصاغة ساعات. وتأثير المنخفض محدود، ويصحو الجو غدا في معظم المدن.\n",
    ]

    /// A word of an article, and another one for it.
    static func edit(
      of text: String, using random: inout SeededGenerator
    ) -> (old: String, new: String) {
      let old = words.filter(text.contains).randomElement(using: &random) ?? ""
      let new = words.filter { !text.contains($0) }.randomElement(using: &random) ?? ""
      return (old, new)
    }
  }
}
