#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "extraction/gift_buildings.hpp"
#include "extraction/gift_list.hpp"
#include "extraction/gift_signs.hpp"
#include "extraction/giving.hpp"
#include "extraction/giving_time.hpp"

namespace bienban::extraction {

/// What is given, item by item: counted goods, sums, buildings, goods without a figure. Each becomes a record of its
/// own, save what tells the worth of the one before it.
class GiftItems {
public:
	/// The gifts are put among the records of `out`; `used` marks the figures of the text that have been told of.
	GiftItems(const Context& context, Frames& frames, const GiftSigns& signs, std::vector<model::Record>& out,
	          std::vector<bool>& used);

	/// How the text came to a giving.
	struct Told {
		bool of_share = false;  ///< within the share of another than who was named with the verb
		bool same_two = false;  ///< the giving before it, of the same sentence, has the same giver
	};

	void begin_sentence() { m_fresh = true; }
	/// The items in tokens [begin, end) of sentence `s`; gives how many there are.
	std::size_t read(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s, Told told);
	/// One gift, told by tokens [begin, end); `at` is the token whose time it has. Gives 0 where it was told before.
	std::size_t add(const Giving& giving, model::Support value, std::uint32_t begin, std::uint32_t end, std::uint32_t s,
	                std::uint32_t at, std::optional<model::Theme> of_noun = std::nullopt);

	GiftList& list() { return m_gifts; }
	const GiftList& list() const { return m_gifts; }
	/// Is the gift told last the only one of its sentence?
	bool last_is_alone() const { return m_in_clause == 1; }
	bool is_used(const Number& n) const { return m_used[index_of(n)]; }
	/// The figures in tokens [begin, end) have been told of.
	void use(std::uint32_t begin, std::uint32_t end);

private:
	/// "4 xe máy, mỗi huyện hai chiếc", "một tủ sách 1.200 cuốn": how what was told is shared out, what is in it.
	bool shared_out(const Number& n, const Count& count) const;
	/// "xây nhà làm việc trị giá 3,5 tỷ đồng, mở 4 lớp tập huấn", "… và đào tạo 86 học viên": a verb of its own.
	bool other_deed(std::uint32_t begin, std::uint32_t end) const;
	bool add_building(const Giving& giving, std::uint32_t building, std::uint32_t stop, const Number& n,
	                  std::uint32_t s);
	bool listed_building(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t s);
	std::size_t add_building_alone(const Giving& giving, std::uint32_t building, std::uint32_t stop, std::uint32_t s);
	/// "mỗi suất trị giá 500.000 đồng", "500.000 đồng/suất": the price of one piece.
	bool price_of_piece(const Number& n, std::uint32_t begin);
	/// "3,6 triệu đồng/tháng", "50.000 đồng mỗi ngày".
	bool is_rate(const Number& n) const;
	/// "…, trị giá 244 tỷ đồng" behind a counted gift is its worth.
	bool worth_of_last(const Number& n, std::uint32_t begin);
	std::size_t add_money(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t end,
	                      std::uint32_t s, std::uint32_t& covered);
	/// The last gift of this sentence, where all of its gifts are of one kind.
	const model::Support* like_before() const;
	/// "…, tổng trị giá 7 tỷ đồng" behind a list: what stands in it.
	std::size_t add_total(const Giving& giving, model::Support value, const Number& n, std::uint32_t s);
	/// "trao 100 triệu đồng của tỉnh, 50 triệu đồng của Ủy ban Mặt trận Tổ quốc tỉnh": each sum has a giver of its own.
	PartySet owner_of(const Giving& giving, const Number& n, std::uint32_t end);
	void add_counted(const Giving& giving, const Number& n, const Count& count, std::uint32_t s);
	/// "quyên góp 350 triệu đồng làm tặng bản B một cây cầu": what the building cost that is counted here.
	std::optional<model::Money> spent_on(const Giving& giving, const Number& n, const Count& count,
	                                     std::uint32_t s) const;
	/// "30 hộ nghèo, mỗi hộ một suất quà 500.000 đồng": as many as there are people. The end of what it covers, 0 where
	/// nothing of the kind follows.
	std::uint32_t add_shared_out(const Giving& giving, const Number& n, const Count& count, std::uint32_t end,
	                             std::uint32_t s);
	/// "một số tấm lợp", "nhiều nhu yếu phẩm": goods without a figure.
	std::size_t add_some(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s);
	/// "một số nhu yếu phẩm trị giá 15 triệu đồng": the sum has told of them.
	bool told_by_worth(std::uint32_t begin, std::uint32_t end) const;
	/// Goods, not "nhiều hoạt động": a thing that some table knows, or what stands in a list of goods or right behind
	/// the verb.
	bool some_goods(const lexicon::Match& some, std::uint32_t stop, const Giving& giving) const;
	/// "tặng quà các đơn vị của bạn như: A; B, C; D": all who stand in the list, which goes on to the end of the
	/// sentence.
	void take_list(Giving& giving, std::uint32_t from, std::uint32_t s) const;
	/// "tặng quà" and nothing more.
	void add_bare_gift(Giving giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s);
	std::size_t index_of(const Number& n) const { return static_cast<std::size_t>(&n - m_c.numbers().data()); }
	void use(const Number& n) { m_used[index_of(n)] = true; }

	const Context& m_c;
	const Annotated& m_a;
	Frames& m_frames;
	const GiftSigns& m_signs;
	std::vector<model::Record>& m_out;
	std::vector<bool>& m_used;
	GiftList m_gifts;
	GivingTime m_time;
	GiftBuildings m_buildings;
	std::uint32_t m_last_end = 0;
	std::size_t m_in_clause = 0;
	bool m_share = false;
	bool m_fresh = true;  ///< no goods yet in this sentence
	std::uint32_t m_building = UINT32_MAX;
	std::pair<std::uint32_t, std::uint32_t> m_purpose;  ///< the words that tell what the last sum is for
};

}  // namespace bienban::extraction
