import ArabicAnalysis
import ArabicText
import Testing

@Suite("Names of the user") struct UserNamesTests {
  private func names(in text: String, _ list: String) throws -> [String] {
    let document = Document(text)
    let analysis = Analyzer(tagger: nil, userNames: try UserNames(tsv: list)).analyze(document)
    return analysis.entities.filter(\.kind.isNamed).flatMap { entity in
      entity.mentions.filter { $0.form != .nominal }.map {
        "\(entity.kind.rawValue) \(entity.canonical): \(document.text.string(in: $0.span))"
      }
    }
  }

  @Test func `a name of the list is found behind clitics and with marks`() throws {
    #expect(
      try names(in: "وصل الوفد إلى زرقون وبزَرْقون.", "زرقون\tLOC")
        == ["LOC زرقون: زرقون", "LOC زرقون: زَرْقون"])
  }

  @Test func `names with one canonical name are one entity`() throws {
    #expect(
      try names(
        in: "انسحبت قوات الطحين، ورحبت قط بالقرار.",
        "قوات الطحين\tORG\tقوات الطحين الحمراء\nقط\tORG\tقوات الطحين الحمراء")
        == ["ORG قوات الطحين الحمراء: قوات الطحين", "ORG قوات الطحين الحمراء: قط"])
  }

  @Test(arguments: [
    ("أبو ورد\tPER\tسمير الهلالي", "وعاد الهلالي أمس."),
    ("أبو ورد\tPER\tسمير الهلالي", "وعاد سمير أمس."),
    ("أبو ورد\tPER\tسمير فايز الهلالي", "وعاد الهلالي أمس."),
    ("أبو ورد\tPER\tسمير فايز الهلالي", "وعاد سمير أمس."),
  ])
  func `the short forms of a name stay with it where the list has another name for its bearer`(
    list: String, rest: String
  ) throws {
    let name = try #require(list.split(separator: "\t").last)
    let found = try names(in: "قال \(name) إن الموسم بدأ. ورحب أبو ورد بالقرار. \(rest)", list)
    #expect(found.count == 3, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("PER \(name): ") }, "\(found)")
  }

  @Test(arguments: ["ضيف الله", "سمير ضيف الله"])
  func `a name written as one word stays with it, too`(name: String) throws {
    let document = Document(
      "قال \(name) إن الموسم بدأ. ورحب أبو ورد بالقرار. وأكد ضيفالله أن الماء قليل.")
    let list = try UserNames(tsv: "أبو ورد\tPER\t\(name)")
    let people = Analyzer(userNames: list).analyze(document).entities.filter { $0.kind == .person }
    #expect(people.map(\.canonical) == [name])
    #expect(people.first?.mentions.count == 3)
  }

  @Test func `what is said to be no name is none`() throws {
    let text = "عاد الوفد من دمشق."
    #expect(try names(in: text, "") == ["LOC دمشق: دمشق"])
    #expect(try names(in: text, "دمشق\t-") == [])
  }

  @Test func `a name keeps its hamza and its ya, so that no other word is taken for it`() throws {
    #expect(try names(in: "على الطاولة كتاب.", "علي\tPER") == [])
  }

  @Test func `a longer name of the text holds`() throws {
    #expect(
      try names(in: "قال مصطفى كمال الدين إنه عائد.", "مصطفى\tLOC").allSatisfy {
        !$0.hasPrefix("LOC")
      })
  }

  @Test func `names with signs and numbers are found`() throws {
    #expect(try names(in: "أعلنت حركة 23 مارس موقفها.", "حركة 23 مارس\tORG").count == 1)
  }

  @Test func `the speaker of a quotation is found by the list`() throws {
    let document = Document("قال زقرق إن الاتفاق قريب.")
    let list = try UserNames(tsv: "زقرق\tPER\tزقرق الأول")
    let analysis = Analyzer(tagger: nil, userNames: list).analyze(document)
    let speaker = analysis.quotations.first?.speaker
    #expect(analysis.entities.first { $0.id == speaker }?.canonical == "زقرق الأول")
  }

  @Test(arguments: [
    "قال الوزير لنهوض البلاد إن الحكومة ستعمل.", "وأكد مصدر أمني، أمس، أن «العمل مستمر».",
    "بحسب مسؤول بالوزارة لشؤون النقل، ستفتح الطرق.", "قالت أمس المتحدثة باسم الهيئة: «عدنا».",
    "«عدنا»، قال مسؤول في المدينة، نقلا عن صحيفة الصباح.", "ذكر بيان للوزارة أن الطرق مفتوحة.",
  ])
  func `a name of any words crosses no source phrase and no other name`(text: String) throws {
    let document = Document(text)
    let words = text.dropLast().split(separator: " ").map(String.init)
    for first in words.indices {
      for count in 1...3 where first + count <= words.count {
        let name = words[first..<first + count].joined(separator: " ")
        // Its first letter may be a clitic.
        for name in "لب".contains(name.prefix(1)) ? [name, String(name.dropFirst())] : [name] {
          for kind: EntityKind in [.person, .organisation, .place] {
            let list = UserNames([.init(name: name, kind: kind)])
            let analysis = Analyzer(tagger: nil, userNames: list).analyze(document)
            let sources = analysis.quotations.flatMap { [$0.source, $0.via?.source] }
            let spans =
              analysis.entities.flatMap(\.mentions).map(\.span) + sources.compactMap(\.self)
            for (index, one) in spans.enumerated() {
              for other in spans[index...] where one.overlaps(other) {
                let isInside =
                  one.lower <= other.lower && other.upper <= one.upper
                  || other.lower <= one.lower && one.upper <= other.upper
                #expect(isInside, "\(name) \(kind): \(document.text.string(in: one))")
              }
            }
          }
        }
      }
    }
  }

  @Test func `comments, empty lines and a byte order mark say nothing`() throws {
    let list = try UserNames(tsv: "\u{FEFF}# a comment\r\n\r\nزرقون\tLOC\r\n")
    #expect(list.entries == [UserNames.Entry(name: "زرقون", kind: .place)])
  }

  @Test func `of two lines for one name the last counts`() throws {
    #expect(try UserNames(tsv: "ليث\tPER\nليث\tORG").entries.map(\.kind) == [.organisation])
  }

  @Test(arguments: ["زرقون", "زرقون\t", "زرقون\tTOWN", "زرقون\tDOC"])
  func `a line without a kind is told with its number`(_ line: String) {
    let error = #expect(throws: UserNamesError.self) { try UserNames(tsv: "\n" + line) }
    #expect(error?.line == 2)
  }
}
