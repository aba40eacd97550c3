import ArabicAnalysis
import ArabicText
import TestSupport
import Testing

@testable import Library

/// Who speaks of whom, and what a library knows of a name.
struct SpeakerTableTests {
  private let folder: TemporaryFolder
  private let root: String

  init() throws {
    folder = try TemporaryFolder()
    root = try folder.folder("news")
  }

  private func catalogue(_ texts: String...) throws -> Catalogue {
    for (number, text) in texts.enumerated() {
      _ = try folder.file("news/\(number).txt", text.utf8)
    }
    let catalogue = try Catalogue(of: root, in: nil, version: "1")
    try catalogue.scan(.init(), jobs: 1)
    try catalogue.analyze("k", .init(), jobs: 1) { document, _ in
      Analyzer(tagger: nil).analyze(document)
    }
    return catalogue
  }

  private let first = "قال الرئيس الفلسطيني محمود عباس إن «السلام مع إسرائيل قريب»."
  private let second =
    "أكد الرئيس الفلسطيني محمود عباس أن «واشنطن تعرف ما تريده إسرائيل». وقال أنطونيو غوتيريش إن «الحرب طويلة»."

  @Test func `who speaks of whom is counted over all documents, the most first`() throws {
    let table = try catalogue(first, second).speakers()
    #expect(table.speakers.map(\.name.name) == ["محمود عباس", "أنطونيو غوتيريش"])
    #expect(table.speakers.map(\.quotations) == [2, 1])
    #expect(table.speakers.map(\.documents) == [2, 1])
    let topics = table.speakers[0].topics
    #expect(topics.first?.name.name == "إسرائيل")
    #expect(topics.first?.quotations == 2)
    #expect(table.speakers[1].topics.isEmpty)
    #expect(table.documents == 2)
  }

  @Test func `a name in the spellings of two papers is one, who speaks and of whom`() throws {
    let catalogue = try catalogue(
      "قال حسن نصر الله إن «الحرب مع أمريكا طويلة».",
      "قال حسن نصرالله إن «السلام مع أميركا بعيد جدا».",
      "أكد حسن نصر الله أن «الحوار مع أميركا مستحيل الآن».")
    let speakers = try catalogue.speakers().speakers
    #expect(speakers.map(\.name.name) == ["حسن نصر الله"])
    #expect(speakers.first?.documents == 3)
    #expect(speakers.first?.topics.map(\.name.name) == ["أميركا"])
    #expect(speakers.first?.topics.map(\.quotations) == [3])
    let part = LibraryReport.Part(catalogue, folder: root, notes: nil)
    let report = try LibraryReport(of: [part], FindRequest(), .init(), topicsAtMost: 9)
    #expect(report.named.filter { $0.name.kind == .person }.map(\.documents) == [3])
    // The person may say that they are two.
    let entry = try #require(SameNames.Entry(.other, ["حسن نصر الله", "حسن نصرالله"]))
    var request = FindRequest()
    request.same = SameNames([entry])
    #expect(try catalogue.speakers(request).speakers.map(\.quotations) == [2, 1])
  }

  @Test func `an office that the person says is somebody's counts under the name`() throws {
    let catalogue = try catalogue(
      "قال رئيس الحكومة إن «الموازنة جاهزة تماما هذا العام».",
      "قال نواف سلام إن «الحرب مع أميركا طويلة جدا».",
      "أكد نواف سلام أن «الحوار مع أميركا ممكن الآن».")
    #expect(try catalogue.speakers().speakers.map(\.name.name) == ["نواف سلام", "رئيس الحكومة"])
    let entry = try #require(SameNames.Entry(.same, ["نواف سلام", "رئيس الحكومة"]))
    var request = FindRequest()
    request.same = SameNames([entry])
    let speakers = try catalogue.speakers(request).speakers
    #expect(speakers.map(\.name) == [.init("نواف سلام", .person)])
    #expect(speakers.map(\.quotations) == [3])
    #expect(speakers.map(\.documents) == [3])
    #expect(speakers.first?.topics.map(\.quotations) == [2])
  }

  @Test func `a name that begins with أبو is one, written as one word or as two`() throws {
    let catalogue = try catalogue(
      "قال أبوبكر رامي إن «الحرب طويلة جدا».", "قال أبو بكر رامي إن «السلام بعيد الآن».")
    #expect(try catalogue.speakers().speakers.map(\.documents) == [2])
  }

  @Test(arguments: ["بزشكيان", "پزشكيان", "پزشکیان"])
  func `a name with a letter of Persian is one with that of Arabic`(name: String) throws {
    let catalogue = try catalogue(
      "قال مسعود پزشكيان إن «الحرب طويلة جدا».", "قال مسعود بزشكيان إن «السلام بعيد الآن».",
      "قال مسعود پزشکیان إن «الطريق إلى الحوار مفتوح».")
    #expect(try catalogue.speakers().speakers.map(\.documents) == [3])
    var request = FindRequest()
    request.speakers = [name]
    #expect(try catalogue.find(request, .init()).documents.count == 3)
    (request.speakers, request.named) = ([], [.init(.person, name)])
    #expect(try catalogue.find(request, .init()).documents.count == 3)
  }

  @Test
  func `behind a sign of equality a name is found of who is counted under it, and of nobody else`()
    throws
  {
    let catalogue = try catalogue(
      "قال سالم العجمي إن «الحرب مع أميركا طويلة جدا».", "قالت هالة العجمي إن «السلام بعيد الآن».",
      "قال العجمي إن «الطريق إلى الحوار مع أمريكا مفتوح».")
    for speaker in try catalogue.speakers().speakers {
      var request = FindRequest()
      request.speakers = ["=\(speaker.name.name)"]
      let found = try catalogue.find(request, .init()).documents
      #expect(found.flatMap(\.passages).count == speaker.quotations)
      for topic in speaker.topics {
        request.about = [.init("=\(topic.name.name)")].compactMap(\.self)
        let found = try catalogue.find(request, .init()).documents
        #expect(found.flatMap(\.passages).count == topic.quotations)
      }
    }
    var request = FindRequest()
    request.speakers = ["العجمي"]
    #expect(try catalogue.find(request, .init()).documents.count == 3)
    #expect(FindRequest.About("=") == nil)
  }

  @Test func `what is said of somebody is found by the full name where only the surname stands`()
    throws
  {
    let catalogue = try catalogue(
      "استقبل رئيس الوزراء فارس الدليمي وزير الدفاع منير العقاد. "
        + "وقالت النائبة رباب الشمري: «لا أثق بالدليمي ولا بالعقاد في هذا الملف».")
    let speakers = try catalogue.speakers().speakers
    let topics = speakers.first?.topics.map(\.name.name) ?? []
    #expect(topics.contains("منير العقاد"))
    var request = FindRequest()
    for topic in topics {
      request.about = [.init(topic)].compactMap(\.self)
      #expect(try catalogue.find(request, .init()).documents.flatMap(\.passages).count == 1)
    }
    // In marks the words are wanted as they stand.
    request.about = [.init("\"منير العقاد\"")].compactMap(\.self)
    #expect(try catalogue.find(request, .init()).documents.isEmpty)
    request.about = [.init("الدليمي"), .init("العقاد")].compactMap(\.self)
    request.speakers = ["رباب", "الشمري"]
    #expect(try catalogue.find(request, .init()).documents.count == 1)
    request.speakers = ["رباب", "الدليمي"]
    #expect(try catalogue.find(request, .init()).documents.isEmpty)
  }

  @Test func `only what a request asks for is counted, and copies once`() throws {
    let copy = "عاجل\n\n" + first
    let catalogue = try catalogue("خبر\n\n" + first, copy, second)
    #expect(try catalogue.speakers().speakers.first?.quotations == 2)
    var request = FindRequest()
    request.about = [.init("الحرب")].compactMap(\.self)
    #expect(try catalogue.speakers(request).speakers.map(\.name.name) == ["أنطونيو غوتيريش"])
    request = FindRequest()
    request.words = FindQuery("غوتيريش")
    #expect(try catalogue.speakers(request).documents == 1)
  }

  @Test func `a document that is analysed anew counts as it is now`() throws {
    let catalogue = try catalogue(first)
    try catalogue.analyze("other", .init(), jobs: 1) { document, _ in
      Analyzer(tagger: nil).analyze(document)
    }
    #expect(try catalogue.speakers().speakers.map(\.quotations) == [1])
    #expect(try catalogue.speakers().speakers.first?.topics.map(\.quotations) == [1])
  }

  @Test func `a name is known with its months, what is said under it, and who is beside it`() throws
  {
    let catalogue = try catalogue(first, second)
    let record = try JoinedCatalogues([catalogue]).record(
      of: SpeakerTable.Name("محمود عباس", .person), .init(), atMost: 10)
    #expect(record.documents == 2)
    #expect(record.said.documents.flatMap(\.passages).count == 2)
    #expect(record.companions.first == .init(name: .init("إسرائيل", .place), documents: 2))
    #expect(!record.companions.contains { $0.name.name.contains("عباس") })
  }

  @Test(arguments: ["عبد الفتاح السيسي", "عبدالفتاح السيسي"])
  func `who is told apart is so in the spellings of all papers`(name: String) throws {
    let catalogue = try catalogue(
      "قال عبد الفتاح السيسي إن «السلام قريب جدا».", "قال عبدالفتاح السيسي إن «الحوار ممكن الآن».")
    var request = FindRequest()
    request.speakers = ["السيسي"]
    #expect(try catalogue.find(request, .init()).total == 2)
    request.same = SameNames([try #require(SameNames.Entry(.other, ["السيسي", name]))])
    #expect(try catalogue.find(request, .init()).total == 0)
  }

  @Test func `of a name it is known in how many longer names it stands`() throws {
    let catalogue = try catalogue(
      "قال محمد بن سلمان إن «السلام قريب جدا».", "قال فيصل بن سلمان إن «الحوار ممكن الآن».",
      "قال بن سلمان إن «الطريق طويل جدا».")
    func longer(_ name: String) throws -> Int {
      try JoinedCatalogues([catalogue]).record(
        of: SpeakerTable.Name(name, .person), .init(), atMost: 10
      ).longerNames.count
    }
    #expect(try longer("بن سلمان") == 2)
    #expect(try longer("محمد بن سلمان") == 0)
  }

  @Test func `names that stand as often are in the order of their spelling, and of their kinds`() {
    let names = ["ب", "أ"].flatMap { name in
      [EntityKind.place, .person, nil].map { SpeakerTable.Name(name, $0) }
    }
    #expect(names.sorted().map(\.name) == ["أ", "أ", "أ", "ب", "ب", "ب"])
    #expect(Set(names.shuffled().sorted()[..<3]) == Set(names[3...]))
    #expect(names.reversed().sorted() == names.sorted())
  }

  @Test func `what is known of a name heeds which names are of one`() throws {
    let catalogue = try catalogue(first, "قال أبو مازن إن «السلام مع إسرائيل قريب جدا».")
    let name = SpeakerTable.Name("محمود عباس", .person)
    let catalogues = try JoinedCatalogues([catalogue])
    #expect(try catalogues.record(of: name, .init(), atMost: 10).documents == 1)
    let entry = try #require(SameNames.Entry(.same, ["محمود عباس", "أبو مازن"]))
    let record = try catalogues.record(of: name, .init(), same: SameNames([entry]), atMost: 10)
    #expect(record.documents == 2)
    #expect(record.said.documents.flatMap(\.passages).count == 2)
    #expect(record.companions.map(\.name.name) == ["إسرائيل"])
  }
}
