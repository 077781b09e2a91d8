#include "register/register.hpp"

#include "register/change.hpp"
#include "register/kept_people.hpp"
#include "register/rereading.hpp"
#include "register/sqlite_open.hpp"

namespace bienban::registry {

Register::Register(std::unique_ptr<Store> store, const std::filesystem::path& path)
    : m_path(path), m_store(std::move(store)), m_people(std::make_unique<KeptPeople>()), m_originals(path) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

bool belongs_to(std::string_view place, std::string_view asked) {
	return place == asked || (place.size() > asked.size() && place.starts_with(asked) && place[asked.size()] == '-');
}

base::Result<Register> Register::open(const std::filesystem::path& path, Access access,
                                      std::chrono::milliseconds wait) {
	auto store = open_store(path, access, wait);
	if (!store) return tl::unexpected(std::move(store.error()));
	return Register{std::move(*store), path};
}

std::optional<Register> Register::beside() {
	try {
		auto other = open_store(m_path, Access::read, std::chrono::milliseconds{0});
		if (!other) return std::nullopt;
		(*other)->begin_reading();  // till the handle is closed
		const auto here = m_store->last_entry();
		const auto there = (*other)->last_entry();
		// All that changes what the register says is an entry of the journal.
		const bool same = here.has_value() == there.has_value() && (!here || here->hash == there->hash);
		if (!same) return std::nullopt;
		return Register{std::move(*other), m_path};
	} catch (const StoreError&) {
		return std::nullopt;  // whoever asks can do with the one handle
	}
}

std::vector<Added> Register::add(std::span<const Prepared> documents) {
	try {
		Change change{*m_store};
		m_people->check(m_store->version_by_others());
		auto outcomes = put_documents(*m_store, *m_people, documents);
		change.commit();
		return outcomes;
	} catch (...) {
		m_people->clear();  // knows of what was taken back
		throw;
	}
}

base::Result<std::optional<DocumentLayout>> Register::placed(std::int64_t document) {
	const auto origin = m_store->origin(document);
	if (!origin || origin->layout.empty()) return std::nullopt;
	const auto layout = m_store->layout(origin->layout);
	if (!layout) return base::fail("register-damaged", {write_id(IdKind::document, document)});
	return layout_of(*layout).map([](DocumentLayout found) { return std::optional{std::move(found)}; });
}

void Register::rebuild(const std::function<void(std::int64_t, std::int64_t)>& progress) {
	Change change{*m_store};
	m_people->clear();
	m_store->clear_projection();
	replay(*m_store, progress);
	change.commit();
}

}  // namespace bienban::registry
