#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extraction/giving.hpp"

namespace bienban::extraction {

/// The gifts that have been found, and the one told last, of which the text may go on to say more.
class GiftList {
public:
	/// The gifts are put among the records of `out`, which other finders have written to before.
	GiftList(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	/// Has any gift been found, whatever became of it?
	bool found() const { return m_found; }
	/// The gift told last, which may have been told before; nullptr where none has.
	model::Support* last() const;
	/// Was the gift told last found last?
	bool last_is_newest() const { return m_last && *m_last + 1 == m_out.size(); }
	/// The building that was given last, where the text has not told yet what it cost.
	model::Support* last_building() const;

	void add(model::Record record);
	/// Is it one that the text has told before? That one is then the last, and knows what is new of it. What is told
	/// from `sentence` on is told in one sentence with it: there each giver gives anew.
	bool told_before(const model::Support& gift, base::ByteOffset sentence);
	void drop_newest();
	/// "A đến thăm và trao quà B. Tại buổi tiếp, A trao B 10.000 USD": the bare gift is told again by what it was.
	void drop_told_again();
	/// "A vừa trao tặng một số vật tư y tế. Theo đó, A đã tặng B 200 khẩu trang": the first only announces the gift.
	/// `known`: how many records there were before sentence `s`.
	void drop_announced(std::size_t known, std::uint32_t s);
	/// "… tặng quà cho B. Phần quà gồm 30 thùng mì": the gift has been told by what is in it.
	void drop_bare(const Giving& giving);

private:
	void erase(std::size_t i);

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	std::optional<std::size_t> m_last;
	bool m_found = false;
};

}  // namespace bienban::extraction
