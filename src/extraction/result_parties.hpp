#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "extraction/figures.hpp"
#include "extraction/frames.hpp"
#include "extraction/shares.hpp"
#include "model/record.hpp"

namespace bienban::extraction {

/// Who did what a figure counts, and for whom: by the grammar of its sentence, else by the figure before it, else by
/// the two sides in force.
class ResultParties {
public:
	ResultParties(const Context& context, Frames& frames);

	/// Fills in `by` and `to` of a result whose theme is known. `act` and `act_after` are the deeds before and behind
	/// the figure, nullptr where there are none; `end` is that of its clause.
	void fill(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
	          const lexicon::Match* act_after, std::uint32_t end);

	/// The same for the figure of a share of the one before it.
	void fill_share(model::Result& value, const Share& share) const;

	/// The result read last, up to this token, for those that go on with it.
	void note(const model::Result& value, std::uint32_t end);
	/// It, nullptr where nothing has been read, and the token behind it.
	const model::Result* last() const { return m_last ? &*m_last : nullptr; }
	std::uint32_t last_end() const { return m_last_end; }

private:
	bool of_the_country(const model::Result& value, const Number& n, const Count& count, std::uint32_t end) const;
	void with_lao_forces(model::Result& value, const Number& n) const;
	bool projects_abroad(model::Result& value, const Number& n, const Count& count, std::uint32_t end) const;
	bool from_country_to_country(model::Result& value, const Number& n, const Count& count, std::uint32_t end);
	bool received_from(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
	                   std::uint32_t end);
	/// "A và B tuần tra 12 lần; bàn giao cho bạn 13 đối tượng": one of the two hands them over.
	bool handed_over(model::Result& value, const Number& n);
	bool taught_by_others(model::Result& value, const Number& n, const Count& count, std::uint32_t end);
	bool to_unnamed_provinces(const Number& n, std::uint32_t end) const;
	/// "tổng kim ngạch xuất khẩu giai đoạn 2016-2020 đạt 74 triệu USD; năm 2021 đạt 28 triệu USD": the same trade of
	/// another year.
	bool goes_on_trading(const Number& n) const;
	void by_searchers(model::Result& value, const Number& n);
	void parties(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
	             const lexicon::Match* act_after, std::uint32_t end);
	/// "trao trả cho B 9 công dân", "9 công dân được A giao lại tận tay B": handed from one to the other.
	PartySet handed_to(std::uint32_t verb, const Number& n, const Count& count, lexicon::Country own);
	/// "Hai người … đã bị Công an A bắt. Trưa 22/8, phía bạn giao họ cho Đồn B": who takes them over in the sentence
	/// behind.
	PartySet handed_on(const Number& n, const Count& count, lexicon::Country own);
	/// "83 người của bản A được bắt mạch", "7 sản phụ bản A sang sinh".
	bool comes_to_be_healed(const Count& count, std::uint32_t end) const;
	/// "Theo biên bản ký với B, từ năm 2011 A đã …": who stands with the ground of the deed does not do it.
	bool fronted(const PartySet& partner, const PartySet& subject, const Number& n);
	/// The result before it, where no party stands between them in the same block.
	const model::Result* goes_on(const Number& n);
	/// "khám cho 560 lượt người Lào", "hướng dẫn 30 hộ": people, not soldiers.
	static bool of_people(const Count& count, std::optional<model::Theme> theme);
	/// The people of the one district across the border that the text names, else of the province whose command or
	/// police it speaks of.
	void to_people(PartySet& parties) const;
	PartySet people_there(const Number& n, lexicon::Country own);
	/// "kim ngạch thương mại hai nước", "thương mại song phương Việt Nam - Lào", where no province is named.
	bool of_both_states(const Number& n);
	/// "Cử 126 đoàn": the one who tells sends them.
	bool sends(const Count& count, const lexicon::Match* act) const;
	/// "đón", "tiếp đón", "tiếp nhận".
	bool receives(const lexicon::Match& act) const;
	static bool counts_people(const Count& count);
	static bool heals_or_teaches(std::optional<model::Theme> theme);
	/// "…, trong đó với Bộ CHQS tỉnh A 96 lần": with one of the other side's bodies only.
	void narrow(PartySet& by, const Number& n, std::uint32_t end);
	/// The verb that the figure belongs to: of a passive the one behind it.
	std::uint32_t own_verb(const Number& n, const Count& count, const lexicon::Match* act,
	                       const lexicon::Match* act_after) const;
	/// "4 lượt đoàn của A và 5 lượt đoàn của B": those who sent them.
	PartySet sent_of(const Count& count, std::uint32_t end);
	/// The subject of the sentence before it in the same block: "Cụ thể, đã tuần tra 12 lần". One side alone goes on
	/// with what one side does for the other: "BĐBP tỉnh A … . Khám bệnh cho 300 người".
	PartySet earlier_subject(std::uint32_t token, bool one_side);
	/// "hướng dẫn 26 hộ …", "giúp 12 gia đình …", "chuyển giao kỹ thuật cho …": done for somebody.
	bool helps(std::uint32_t verb, std::uint32_t end) const;
	/// The part between marks that the figure stands in: "riêng Champasak có 110 sinh viên".
	std::pair<std::uint32_t, std::uint32_t> own_part(const Number& n, std::uint32_t end) const;
	/// How far the words about a figure reach: to the next verb with a figure of its own.
	std::uint32_t reach(const Number& n, const Count& count, std::uint32_t end) const;
	/// "huyện A được B khám bệnh cho 300 người": whom it is done to stands before the passive.
	PartySet recipient_before(const Number& n, std::uint32_t verb, lexicon::Country own);
	/// "phối hợp với …", "cùng …", "tuần tra song phương": two sides do it together.
	bool is_joint(std::uint32_t begin, std::uint32_t end) const;
	/// Done by one side for the other: teaching, healing, visits, works.
	static bool directional(const Count& count, std::optional<model::Theme> found);

	const Context& m_c;
	const Annotated& m_a;
	Frames& m_frames;
	bool m_country_level;  ///< the text is about the countries and their ministries
	std::optional<model::Result> m_last;
	std::uint32_t m_last_end = 0;
	model::Result m_whole;  ///< the parties of the result read last before its share was taken
};

}  // namespace bienban::extraction
