import ArabicText
import Testing

@testable import Library

struct FindQueryTests {
  private func found(_ query: String, in text: String) throws -> [String] {
    let decoded = DecodedText(text)
    return try #require(FindQuery(query)).places(in: decoded, decoded.span)
      .map { decoded.string(in: $0) }
  }

  @Test(arguments: [
    ("رئيس", "قال الرَّئيس إن رئيسا وبالرئيس وللرئيس", ["الرَّئيس", "وبالرئيس", "وللرئيس"]),
    ("الرئيس", "رئيس وكالرئيس", ["رئيس", "وكالرئيس"]), ("الله", "لله والله إله", ["لله", "والله"]),
    ("احمد", "أحمد وإحمد", ["أحمد", "وإحمد"]), ("1200", "عام ١٢٠٠", ["١٢٠٠"]),
    ("Reuters", "وكالة REUTERS", ["REUTERS"]), ("2022", "عامي 2003 و2022", ["و2022"]),
    ("5", "في 5 أو و٥", ["5", "و٥"]),
    ("مسئول", "المسؤول ومسوول ومسءول", ["المسؤول", "ومسوول", "ومسءول"]),
    ("شؤون", "شئون", ["شئون"]), ("ولد", "وولد", ["وولد"]),
    ("هواء", "هوا نقي والهواء وبهوا", ["هوا", "والهواء", "وبهوا"]),
    ("غدا", "الغداء بعد غدا", ["الغداء", "غدا"]), ("ماء", "ما الماء", ["الماء"]),
    ("\"هواء المدينة\"", "في هوا المدينة", ["هوا المدينة"]),
  ])
  func `a word is found however it is spelt, with what is written onto it`(
    query: String, text: String, places: [String]
  ) throws {
    #expect(try found(query, in: text) == places)
  }

  @Test(arguments: [
    ("أمريكا", "أميركا وأمريكا لأميركا", ["أميركا", "وأمريكا", "لأميركا"]),
    ("ميدفيدف", "ميدفيديف ومدفيديف", ["ميدفيديف", "ومدفيديف"]),
    ("نصرالله", "قال نصر الله ونصرالله", ["نصر الله", "ونصرالله"]),
    ("نصر الله", "قال نصرالله", ["نصرالله"]),
    ("أبوبكر رامي", "قال أبو بكر رامي وأبوبكر رامي", ["أبو بكر", "رامي", "وأبوبكر", "رامي"]),
    ("أبو بكر", "قال أبوبكر", ["أبوبكر"]),
    ("بزشكيان", "قال پزشکیان وپزشكيان", ["پزشکیان", "وپزشكيان"]),
    ("پزشكيان", "قال بزشكيان وپزشکیان", ["بزشكيان", "وپزشکیان"]),
    ("گلستان", "في كلستان", ["كلستان"]),
    ("جمران", "قال چمران", ["چمران"]), ("منيژه", "قالت منيجه", ["منيجه"]),
    ("-أميركا قال", "قال", ["قال"]),
  ])
  func `a name is found in the spellings of all papers`(
    query: String, text: String, places: [String]
  ) throws {
    #expect(try found(query, in: text) == places)
    #expect(try #require(FindQuery(query)).isFound(in: text))
  }

  @Test func `a name that must not be there must not in any spelling`() throws {
    #expect(try !#require(FindQuery("قال -أمريكا")).isFound(in: "قال في أميركا"))
  }

  @Test(arguments: ["\"مجلس الأمن\"", "«مجلس الأمن»", "“مجلس الامن”"])
  func `what stands in marks is found as it stands`(query: String) throws {
    let text = "في مجلس الأمن وبمجلس الأمن ومجلس آخر للأمن"
    #expect(try found(query, in: text) == ["مجلس الأمن"])
  }

  @Test func `a name in marks is found in that spelling alone`() throws {
    let text = "أمريكا وأميركا، قال نصر الله ونصرالله"
    #expect(try found("\"أمريكا\"", in: text) == ["أمريكا"])
    #expect(try found("«أميركا»", in: "إن أمريكا").isEmpty)
    #expect(try found("\"نصر الله\"", in: text) == ["نصر الله"])
    #expect(try #require(FindQuery("قال -\"أميركا\"")).isFound(in: "قال في أمريكا"))
  }

  @Test func `words behind one another are found in any of their spellings`() throws {
    let query = try #require(FindQuery("\"مسئول الشؤون\""))
    #expect(query.match.contains("\"مسوول الشيون\""))
    #expect(query.isFound(in: "مسؤول الشئون"))
  }

  @Test func `words behind a minus are not looked for`() throws {
    #expect(try found("تونس -فرنسا", in: "تونس وفرنسا") == ["تونس"])
    let query = try #require(FindQuery("تونس -\"بن علي\""))
    #expect(query.isFound(in: "في تونس"))
    #expect(!query.isFound(in: "تونس بن علي"))
  }

  @Test(arguments: ["", " ", "\"", "-تونس", "…", "\"\"", "-\"تونس\"", "-"])
  func `a query without a word that must be there is none`(query: String) {
    #expect(FindQuery(query) == nil)
  }

  @Test func `words that must not be there are enough beside something else`() throws {
    #expect(FindQuery("-تونس", mayExcludeOnly: true)?.isFound(in: "في تونس") == false)
    #expect(FindQuery("-تونس -ليبيا", mayExcludeOnly: true)?.isFound(in: "في مصر") == true)
    #expect(FindQuery("-", mayExcludeOnly: true) == nil)
    var request = FindRequest()
    request.words = FindQuery("-تونس", mayExcludeOnly: true)
    #expect(request.asksForNothing)
    request.speakers = ["عباس"]
    #expect(!request.asksForNothing)
  }

  @Test(arguments: ["NOT", "a\"b", "OR AND", "*", "NEAR(", "تونس^ *", "col:x", "-", "'", "\"\"\""])
  func `nothing that is typed is taken for the language of the index`(query: String) throws {
    let catalogue = try Catalogue(of: "/nowhere", in: nil, version: "1")
    var request = FindRequest()
    request.words = FindQuery(query)
    #expect(try catalogue.find(request, .init()).documents.isEmpty)
  }
}
