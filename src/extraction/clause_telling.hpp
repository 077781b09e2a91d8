#pragma once

#include "extraction/clause_signs.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {

/// What a clause tells without a word of the field that says when: what a speaker owes the other side, what goes on
/// every time, what is so by now.
class ClauseTelling {
public:
	explicit ClauseTelling(const Context& context) : m_c(context), m_a(context.a()) {}

	/// Does it tell what came of the two sides' work, though it names no time that looks back?
	bool tells_deed(const Clause& clause, const Signs& g, const Around& around) const;
	/// "cảm ơn tỉnh A đã cưu mang …", "cảm kích việc B giúp xây …": where the thanks for what was done begin; the
	/// clause's end where there are none.
	std::uint32_t thanks_for_deed(const Clause& clause, const Signs& g) const;
	/// "Những việc còn lại đều đạt: …": what follows was done.
	bool sums_up_work(const Clause& clause, const Signs& g, const Around& around) const;
	/// "Bà nhờ Đà Nẵng đứng ra nối …": where the asking begins; the clause's end where nobody is asked.
	std::uint32_t asks_favour(const Clause& clause) const;
	/// "Chúng tôi sẵn sàng chia chỗ trong các trường nghề": what a speaker offers the other side.
	bool offers(const Clause& clause, const Signs& g, const Around& around) const;
	/// "Hai bên kiểm lại sáu tháng đầu năm.": what follows is what came of it.
	bool reviews(const Clause& clause) const;
	/// "Đó là chuyện của A với B suốt bốn năm nay": what stands before it was done.
	bool seals_account(const Clause& clause) const;
	/// "… nêu với Sở Ngoại vụ tỉnh B mấy việc:", "bàn ba điều:": what follows is to be done.
	bool counts_tasks(const Clause& clause, const Signs& g, const Around& around) const;
	/// Can the clause be what such a clause points back at?
	bool may_be_deed(const Clause& clause) const;
	/// "…, trong đó nhấn mạnh …" behind a paper that the same sentence signs.
	bool spells_out_signed(std::uint32_t token, std::uint32_t end) const;
	/// "Hai bên cũng thường xuyên trao đổi thông tin" behind what was agreed: one more point of it.
	bool adds_to_promise(const Clause& clause, const Around& around) const;
	/// "Chuyện ma túy, chuyện bỏ bản, hai bên hẹn nhau cùng lo": only who agrees stands between the comma and the
	/// token.
	bool topic_first(const Clause& clause, std::uint32_t token) const;
	/// "hai nước phải cùng nhau giữ gìn …": said of both sides, right before the duty.
	bool behind_sides(const Clause& clause, std::uint32_t token) const;

private:
	/// "…, ông nói với Đồn trưởng A: …": behind the colon of one who speaks to the other side.
	bool told_by_speaker(const Clause& clause) const;
	/// "Đội tình nguyện A và Tỉnh đoàn B tự chấm: …": behind a colon, with both sides before it.
	bool told_of_both(const Clause& clause) const;
	/// One past the colon that the clause stands behind, 0 where it stands behind none.
	std::uint32_t behind_colon(const Clause& clause) const;
	/// "Các anh đã dạy con em chúng tôi …": said by one side of what the other did, or of both.
	bool says_we(const Clause& clause) const;
	/// "Nhờ các kíp mổ sang dạy, bệnh viện nay tự ghép được …".
	bool owes_to(const Clause& clause) const;
	/// "Trưởng huyện nói nhờ đường mới mà ngô của dân bán được giá".
	bool owes_by_the_way(const Clause& clause) const;
	/// "Mỗi bận Tết, xã lại gùi bánh sang", "phiên chợ nào cũng cùng đứng gác", "hễ … là …".
	bool every_time(const Clause& clause) const;
	/// "đã duy trì chế độ giao ban hằng quý", "luân phiên tổ chức hội đàm": a custom, no meeting of a day.
	bool meets_regularly(const Clause& clause) const;
	/// "nay đã", "giờ đây", "bây giờ không còn".
	bool by_now(const Clause& clause) const;
	/// "Từ chỗ là điểm nóng, nay …".
	bool opens_from(const Clause& clause) const;
	bool concerns_both(const Clause& clause) const;
	bool is_theme(std::uint32_t begin, std::uint32_t end) const;

	const Context& m_c;
	const Annotated& m_a;
};

}  // namespace bienban::extraction
