import ArabicText
import Testing

struct HamzaSeatsTests {
  @Test(arguments: [
    ("مسؤول", "مسئول"), ("مسئول", "مسؤول"), ("شؤون", "شئون"), ("مسوول", "مسئول"),
    ("الهيئة", "الهيأة"), ("هيأة", "هيئة"), ("مسؤول الهيئة", "مسئول الهيأة"), ("قَرَؤُوا", "قرءوا"),
  ])
  func `a hamza is looked for on the letters that other papers write it on`(
    typed: String, other: String
  ) {
    #expect(HamzaSeats.others(of: typed).contains(other))
  }

  @Test(arguments: ["وولد", "أحمد", "رأس", "", "سؤال", "ووووو"])
  func `of other words there is one spelling`(word: String) {
    #expect(word == "ووووو" || HamzaSeats.others(of: word).isEmpty)
    #expect(!HamzaSeats.others(of: word).contains(word))
  }
}
