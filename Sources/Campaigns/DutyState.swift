import Vietnamese

/// How a unit stands to one turn of a duty on a day (tình trạng).
package enum DutyState: Sendable, Hashable {
  case onTime
  /// Sent, and no last day is known to hold it against.
  case sent
  case sentLate(days: Int)
  /// Not sent, and the last day is past.
  case overdue(days: Int)
  case pending(days: Int)
  /// Not sent, and no last day is known.
  case undated
  /// Past its last day, but the campaign keeps no record of what was sent: nobody is called late.
  case untracked

  /// - Parameters:
  ///   - lastDay: the last day in time; nil if not known.
  ///   - sentOn: the day of sending, where the paper was sent and the day is known.
  init(
    lastDay: PlainDate?, isSent: Bool, sentOn: PlainDate?, isTracked: Bool, now: PlainDate
  ) {
    guard let lastDay else {
      self = isSent ? .sent : .undated
      return
    }
    if isSent {
      guard let sentOn else {
        self = .sent
        return
      }
      self =
        sentOn <= lastDay ? .onTime : .sentLate(days: sentOn.dayNumber - lastDay.dayNumber)
    } else if now <= lastDay {
      self = .pending(days: lastDay.dayNumber - now.dayNumber)
    } else {
      self = isTracked ? .overdue(days: now.dayNumber - lastDay.dayNumber) : .untracked
    }
  }

  package var id: String {
    switch self {
    case .onTime: "on-time"
    case .sent: "sent"
    case .sentLate: "sent-late"
    case .overdue: "overdue"
    case .pending: "pending"
    case .undated: "undated"
    case .untracked: "untracked"
    }
  }

  package var title: String {
    switch self {
    case .onTime: "Đã gửi đúng hạn"
    case .sent: "Đã gửi"
    case .sentLate(let days): "Đã gửi, trễ \(days) ngày"
    case .overdue(let days): "Chưa gửi, quá hạn \(days) ngày"
    case .pending(0): "Hôm nay là ngày cuối"
    case .pending(let days): "Chưa đến hạn, còn \(days) ngày"
    case .undated: "Chưa ghi việc gửi, chưa rõ hạn"
    case .untracked: "Chưa ghi việc gửi"
    }
  }

  /// The state without its days, for counting.
  package var word: String {
    switch self {
    case .onTime: "Gửi đúng hạn"
    case .sent: "Đã gửi, không rõ hạn"
    case .sentLate: "Gửi trễ"
    case .overdue: "Chưa gửi, quá hạn"
    case .pending: "Chưa đến hạn"
    case .undated: "Chưa ghi việc gửi, chưa rõ hạn"
    case .untracked: "Chưa ghi việc gửi"
    }
  }

  package var isSent: Bool {
    switch self {
    case .onTime, .sent, .sentLate: true
    case .overdue, .pending, .undated, .untracked: false
    }
  }

  package var isOverdue: Bool { if case .overdue = self { true } else { false } }
}
