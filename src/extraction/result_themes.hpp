#pragma once

#include <cstdint>
#include <optional>

#include "extraction/context.hpp"
#include "extraction/figures.hpp"

/// The field that a counted deed belongs to.
namespace bienban::extraction {

class ResultThemes {
public:
	explicit ResultThemes(const Context& context);

	/// The theme of a count in the clause [begin, end): by what is counted, else by the words around it. `money`: the
	/// figure is a sum, which only trade gives.
	std::optional<model::Theme> of(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end,
	                               bool money) const;

private:
	std::optional<model::Theme> field_of_those_sent(const Count& count, std::uint32_t end) const;
	bool examined(std::uint32_t begin, std::uint32_t number) const;
	/// Is the news that is counted handed on or taken: "nhận 187 tin"?
	bool passes_on(std::uint32_t begin, const Number& n, const Count& count) const;
	/// "làm thủ tục hải quan", "qua cặp cửa khẩu A - B".
	bool taught_language(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end) const;
	bool through_gate(std::uint32_t begin, std::uint32_t end) const;
	/// "tuần tra chung được": a word of patrols that the number belongs to.
	bool patrols(std::uint32_t begin, std::uint32_t end) const;
	bool gives_work(std::uint32_t begin, std::uint32_t end) const;
	static bool counts_heads(const Count& count);
	/// Are the people around here pupils or students?
	bool schools(std::uint32_t begin, std::uint32_t end) const;
	/// "5 đối tượng truy nã", "3 vụ trộm cắp": no drugs, whatever stands beside them.
	bool of_another_crime(std::uint32_t begin, std::uint32_t end) const;
	bool seized_drugs(std::uint32_t begin, std::uint32_t end) const;
	/// "15 người bị bắt", "3 người sa lưới".
	bool is_caught(std::uint32_t begin, std::uint32_t end) const;
	/// "hội đàm 2 cuộc", "trao đổi qua điện thoại 96 lần": the deed nearest before the bare unit.
	std::optional<model::Theme> deed_theme(std::uint32_t begin, std::uint32_t end) const;
	/// "dạy nghề cho 38 học viên" in a text that also speaks of language courses.
	bool vocational(std::uint32_t begin, std::uint32_t end) const;
	/// "đưa 65 người dân ra khỏi vùng ngập".
	bool rescues(const text::Sentence& sentence, const Number& n) const;
	std::uint32_t next_clause(const Number& n, std::uint32_t end) const;
	/// The part of the clause that the figure stands in begins at the last comma behind another figure; a pair
	/// ("12 lần/300 lượt") and "với", "trong đó" carry on.
	std::uint32_t part_begin(const Number& n, std::uint32_t begin) const;
	/// To the end of the words that follow the figure, over the second half of a pair.
	std::uint32_t phrase_reach(const Number& n, const Count& count, std::uint32_t end) const;
	/// Over the next parts of the clause, up to "trong đó".
	std::uint32_t until_part(std::uint32_t begin, std::uint32_t end) const;
	/// "phát hiện 5 vụ, 11 người nhập cảnh trái phép": what the people of the cases did, told behind them.
	std::optional<model::Theme> crime_of_culprits(std::uint32_t token, std::uint32_t end) const;
	bool has_theme(std::uint32_t begin, std::uint32_t end, model::Theme wanted) const;
	/// What kind of crime the words name.
	std::optional<model::Theme> crime_theme(std::uint32_t begin, std::uint32_t end) const;
	bool heals(std::uint32_t begin, std::uint32_t end) const;

	const Context& m_c;
	const Annotated& m_a;
	bool m_drug_report = false;      ///< the headline says that it is about drugs
	bool m_language_course = false;  ///< the text speaks of learning a language
};

}  // namespace bienban::extraction
