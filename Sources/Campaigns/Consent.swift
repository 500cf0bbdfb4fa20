package import Diagnostics
package import Vietnamese

/// A dated leave to publish (văn bản đồng ý) for one person and some classes of data.
///
/// A child of 7 to 15 needs two: its own and a guardian's; below 7 the guardian's alone
/// (Luật Trẻ em 102/2016/QH13, Điều 21; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). The paper that
/// proves it is not held here at all, so that nothing can publish it.
package struct Consent: Sendable {
  /// What may be shown (loại dữ liệu).
  package enum DataClass: String, Sendable, CaseIterable {
    case name = "ten"
    case photo = "anh"
    case school = "truong-lop"
    case achievement = "thanh-tich"
    case story = "bai-viet"
    case contact = "lien-he"

    package var title: String {
      switch self {
      case .name: "Họ tên"
      case .photo: "Hình ảnh"
      case .school: "Trường, lớp"
      case .achievement: "Thành tích"
      case .story: "Bài viết"
      case .contact: "Liên hệ"
      }
    }
  }

  /// Where it may be shown (kênh công bố).
  package enum Channel: String, Sendable, CaseIterable {
    case site = "trang"
    case print = "ban-in"
    case both = "ca-hai"

    package var title: String {
      switch self {
      case .site: "Trang thông tin"
      case .print: "Bản in"
      case .both: "Cả hai"
      }
    }
  }

  /// Who gave it (người đồng ý).
  package enum Giver: String, Sendable, CaseIterable {
    case oneself = "ban-than"
    case father = "cha"
    case mother = "me"
    case guardian = "giam-ho"

    package var title: String {
      switch self {
      case .oneself: "Bản thân"
      case .father: "Cha"
      case .mother: "Mẹ"
      case .guardian: "Người giám hộ"
      }
    }

    package var isGuardian: Bool { self != .oneself }
  }

  package var person: String
  package var classes: [DataClass]
  package var channel: Channel
  package var giver: Giver
  package var date: PlainDate
  package var validUntil: PlainDate?
  package var withdrawnOn: PlainDate?
  package var location: Location

  package init(
    person: String, classes: [DataClass], channel: Channel, giver: Giver, date: PlainDate,
    location: Location
  ) {
    self.person = person
    self.classes = classes
    self.channel = channel
    self.giver = giver
    self.date = date
    self.location = location
  }

  /// Whether it holds on a day: given, not run out, not withdrawn.
  package func holds(on day: PlainDate) -> Bool {
    date <= day && !(validUntil.map { $0 < day } ?? false)
      && !(withdrawnOn.map { $0 <= day } ?? false)
  }
}
