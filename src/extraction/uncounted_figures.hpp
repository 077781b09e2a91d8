#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "extraction/context.hpp"
#include "extraction/figures.hpp"

namespace bienban::extraction {

/// Figures that are no results: what merely occurred, who took part, what lies or stands somewhere, plans. `out` has
/// the records found so far.
class UncountedFigures {
public:
	UncountedFigures(const Context& context, const std::vector<model::Record>& out)
	    : m_c(context), m_a(context.a()), m_out(out) {}

	/// The clause that holds the token, or nothing.
	const Clause* clause_at(std::uint32_t t) const;
	/// Attendance, delegations' sizes, lengths, contents of papers, plans, mere occurrences: no results.
	/// "có 24 cặp bản kết nghĩa": they stand twinned, without a word of the deed.
	bool standing_pairs(const Number& n, const Count& count) const;
	bool excluded(const Number& n, const Count& count, std::uint32_t begin) const;
	/// A theme of trade or investment in tokens [begin, end)?
	bool is_trade(std::uint32_t begin, std::uint32_t end) const;
	/// The first word of a deed in tokens [begin, end), or nothing.
	const lexicon::Match* deed_behind(std::uint32_t begin, std::uint32_t end) const;
	/// The deed nearest before the number, from `begin` on, or nothing.
	const lexicon::Match* act_before(const Number& n, std::uint32_t begin) const;

private:
	/// "43 mốc trong tổng số 61 mốc", "số mốc còn lại không nhiều (18 mốc)", "đường đến 24 cột mốc": of those that
	/// there are, not of those that were set.
	bool of_the_whole(const Number& n, const Count& count) const;
	/// "trao hỗ trợ gạo và nhu yếu phẩm cho 240 hộ dân": who received it.
	bool given_goods(const Number& n, std::uint32_t begin) const;
	/// "Gần 600 cán bộ, chiến sĩ cùng 12 xuồng máy tham gia diễn tập": attendance told behind the count.
	bool takes_part(const Number& n, const Count& count, std::uint32_t begin) const;
	/// "đưa 20 hội viên qua cửa khẩu A, thăm …", "cử 60 chiến sĩ tham gia", "cho 25 chiến sĩ băng rừng": whom somebody
	/// takes along or sends into what is told.
	bool sent_along(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end) const;
	/// "hai người chỉ huy vui vì …", "Hai tổ tuần tra gặp nhau", "một buổi bàn thảo": nothing is counted; houses
	/// flooded; a gift of one's own side.
	bool mere_words(const Number& n, const Count& count, std::uint32_t begin) const;
	/// "Hai kẻ cầm đầu sa lưới", "Hai người trốn nã … đã bị Công an tỉnh A bắt": at the head of a sentence, with what
	/// befell them behind.
	bool falls_to_them(const Number& n, const Count& count) const;
	/// "Năm 2018 có 12 lần hai bên tuần tra chung", "Có 17 người vượt biên bị chặn": what is counted is a deed.
	bool happens(const Count& count) const;
	/// "hiện có 235 lưu học sinh", "có 14 dự án": learners and projects that are there.
	static bool stands(const Count& count);
	/// "đã có 210 đoàn của hai tỉnh qua lại".
	bool travelled(const Count& count) const;
	/// "đã có 1.200 cán bộ, sinh viên Lào sang học tập".
	bool studied(const Count& count) const;
	/// "có 68.000 lượt phương tiện qua lại", "mỗi ngày có 300 lượt xe quá cảnh": what went through a gate.
	bool passed(const Count& count) const;
	/// "24 cặp bản hai bên biên giới đã kết nghĩa", "6 cặp chi hội … được vận động kết nghĩa".
	bool became_twins(const Count& count) const;
	/// "có 2.300 lượt người sang khám, chữa bệnh".
	bool healed(const Count& count, const Number& n) const;
	/// "117 người còn mất tích", "6.600 người mất chỗ ở", "334 người chết": nobody did it.
	bool suffers(const Count& count) const;
	bool after_colon(std::uint32_t t) const;
	bool mode_past_act(std::uint32_t begin, std::uint32_t end) const;

	const Context& m_c;
	const Annotated& m_a;
	const std::vector<model::Record>& m_out;
};

}  // namespace bienban::extraction
