#pragma once

#include "extraction/clause_signs.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {

/// What a clause is about where its cues alone would mislead: what it concedes, tells of a meeting, wishes or asks.
class ClauseMatter {
public:
	explicit ClauseMatter(const Context& context) : m_c(context), m_a(context.a()) {}

	/// "Theo bản ghi nhớ giai đoạn …, các chương trình dạy tiếng Việt, cấp học bổng đều hoàn thành đúng hẹn".
	bool fulfilled(const Clause& clause, const Signs& g) const;

	/// "Theo nội dung đã ký, mỗi quý các đơn vị gặp nhau …", "Theo quy chế vừa được ký kết, …": nothing behind the
	/// comma is told as done.
	bool under_what_was_signed(const Clause& clause) const;

	/// "gửi tới Đảng bộ, nhân dân tỉnh A lời chúc mừng năm mới": good wishes tell of nothing done.
	bool congratulates(const Clause& clause) const;

	/// "Tại buổi làm việc, hai bên đã thông báo tình hình kinh tế - xã hội sáu tháng đầu năm": what was told at the
	/// meeting, whatever time it is about; "thường xuyên thông báo tình hình" is what was done all along.
	bool informs(const Clause& clause, const Around& around) const;

	/// "Đồng thời đánh giá kết quả phối hợp thực hiện nhiệm vụ quốc phòng thời gian qua": weighed, and nothing said of
	/// it.
	bool weighs_without_content(const Clause& clause, const Around& around) const;

	/// "Dù mưa lũ làm nhiều việc phải hoãn, hai đơn vị vẫn …": what is conceded is not what the clause says.
	std::uint32_t behind_concession(const Clause& clause) const;

	/// "diễn ra khi hai tỉnh đang tập trung …, nỗ lực …".
	bool goes_on_already(const Clause& clause, std::uint32_t token) const;

	/// "Hằng năm hai tỉnh đều cử đoàn thăm nhau", "quan hệ hai tỉnh không ngừng phát triển", "công tác tuần tra được
	/// hai bên phối hợp chặt chẽ": how things between the two sides have been going, of no day of its own.
	bool tells_course(const Clause& clause, const Signs& g) const;

	/// "Đề nghị ông cho biết kết quả hợp tác trong 5 năm qua?": the sentence asks and tells of nothing.
	bool asks_question(const Clause& clause) const;

	/// "Vừa qua, A và B tổ chức tuần tra song phương": one occasion of late, no account of a time.
	bool held_lately(const Clause& clause) const;

	/// Both sides are meant: by their names or by words like "hai bên".
	bool shared(const Clause& clause) const;

private:
	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace bienban::extraction
