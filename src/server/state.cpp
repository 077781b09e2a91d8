#include "server/state.hpp"

#include "base/time.hpp"
#include "server/jobs.hpp"

namespace bienban::server {

State::State(Settings settings) : m_settings(std::move(settings)), m_started(base::utc_now()) {}

State::~State() {
	// A job uses all the rest.
	m_jobs.reset();
	std::error_code ignored;
	std::filesystem::remove_all(uploads(), ignored);
}

base::Result<std::unique_ptr<State>> State::open(Settings settings) {
	std::unique_ptr<State> state{new State{std::move(settings)}};
	const std::filesystem::path& path = state->m_settings.register_path;
	// First for writing: a register that is not there is made, an older one brought up to date.
	auto writer = registry::Register::open(path, registry::Access::write);
	if (!writer) return tl::unexpected(std::move(writer.error()));
	state->m_writer.emplace(std::move(*writer));
	for (unsigned i = 0; i < state->m_settings.workers; ++i) {
		auto reader = registry::Register::open(path, registry::Access::read);
		if (!reader) return tl::unexpected(std::move(reader.error()));
		state->m_readers.push_back(std::move(*reader));
	}
	auto accounts = Accounts::open(path.string() + ".accounts");
	if (!accounts) return tl::unexpected(std::move(accounts.error()));
	state->m_accounts = std::move(*accounts);
	// What a server that was killed left there.
	std::error_code ignored;
	std::filesystem::remove_all(state->uploads(), ignored);
	state->m_jobs = std::make_unique<Jobs>(*state);
	return state;
}

base::Result<std::shared_ptr<const lexicon::Lexicon>> State::lexicon() {
	const std::scoped_lock lock{m_lexicon_mutex};
	if (!m_lexicon) {
		auto loaded = m_settings.lexicon();
		if (!loaded) return tl::unexpected(std::move(loaded.error()));
		m_lexicon = std::move(*loaded);
	}
	return m_lexicon;
}

std::filesystem::path State::uploads() const { return m_settings.register_path.string() + ".uploads"; }

}  // namespace bienban::server
