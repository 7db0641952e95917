//! Bills worked out by hand: what is read from a cache and what is written to it.
//!
//! `M` is a million tokens, and prices are dollars for one of them. An arrow is a rounding.

use super::worked::*;
use super::*;

/// With the length that a model's prompts must have to be cached.
const fn at_least(least: u64, terms: Terms) -> Terms {
    Terms { cache_min: Some(Tokens(least)), ..terms }
}

#[test]
fn what_is_read_has_been_written_once_for_every_so_many_reads() {
    // Of 1,000 M half is read, 500 ÷ 5 = 100 written, 1,000 − 600 = 400 neither; what is written costs as input.
    // 500 × 0.5 + 100 × 2 + 400 × 2 = 250 + 200 + 800 = 1,250.
    check(AUTOMATIC, CACHED, "i=1000&o=0&c=0.5&k=5", "1,250");
    // Ten reads per write. Of 800 M: 0.4 × 800 = 320 read, 320 ÷ 10 = 32 written, 800 − 352 = 448 neither; 250 out.
    // 320 × 1.25 + 32 × 2.5 + 448 × 2.5 + 250 × 10 = 400 + 80 + 1,120 + 2,500 = 4,100.
    check(AUTOMATIC, GPT_4O, "c=0.4", "4,100");
    // Of 100,000 × 10,000 = 1,000 M, 900 are read, 900 ÷ 10 = 90 written, 10 neither; 50 out.
    // 900 × 0.3 + 90 × 3.75 + 10 × 3 + 50 × 15 = 270 + 337.5 + 30 + 750 = 1,387.5.
    check(EXPLICIT, SONNET, "n=100000&i=10000&o=500&c=0.9", "1,387.5");
    // Each is read once: 250 M read, 250 M written, 500 M neither, 100 M out.
    // 250 × 0.07 + 250 × 0.27 + 500 × 0.27 + 100 × 1.1 = 17.5 + 67.5 + 135 + 110 = 330.
    check(AUTOMATIC, DEEPSEEK, "i=1000&o=100&c=0.25&k=1", "330");
    // 0.7 ÷ 3 ≈ 0.2333333 → 0.233333, 1 − 0.7 − 0.233333 = 0.066667; of 1,000 M:
    // 700 × 0.3 + 233.333 × 3.75 + 66.667 × 3 = 210 + 874.99875 + 200.001 = 1,284.99975.
    check(EXPLICIT, SONNET, "i=1000&o=0&c=0.7&k=3", "1,284.99975");
    // 0.9 ÷ 1,000,000 = 0.0000009 → 0.000001, 1 − 0.9 − 0.000001 = 0.099999; of 1,000 M:
    // 900 × 0.3 + 0.001 × 3.75 + 99.999 × 3 = 270 + 0.00375 + 299.997 = 570.00075.
    check(EXPLICIT, SONNET, "i=1000&o=0&c=0.9&k=1000000", "570.00075");
}

#[test]
fn no_more_can_be_read_than_is_left_beside_what_must_be_written() {
    // 1 is cut to 10 ÷ 11 ≈ 0.9090909 → 0.909091, and 0.0909091 → 0.090909 is written: all of the 1,000 M.
    // 909.091 × 0.3 + 90.909 × 3.75 = 272.7273 + 340.90875 = 613.63605.
    check(EXPLICIT, SONNET, "i=1000&o=0&c=1", "613.63605");
    // 1 is cut to 1 ÷ 2 = 0.5, and 0.5 is written; of 100 M: 50 × 1.5 + 50 × 18.75 = 75 + 937.5 = 1,012.5.
    check(EXPLICIT, OPUS, "n=1000&i=100000&o=0&c=1&k=1", "1,012.5");
    // 0.8 is cut to 3 ÷ 4 = 0.75, and 0.75 ÷ 3 = 0.25 is written; of 8,000 M:
    // 6,000 × 0.1 + 2,000 × 1.25 = 600 + 2,500 = 3,100.
    check(EXPLICIT, HAIKU, "i=8000&o=0&c=0.8&k=3", "3,100");
    // 1 is cut to 2 ÷ 3 → 0.666667. Half of that would be 0.3333335, but only 1 − 0.666667 = 0.333333 is left to write.
    // 666.667 × 0.3 + 333.333 × 3.75 = 200.0001 + 1,249.99875 = 1,449.99885.
    check(EXPLICIT, SONNET, "i=1000&o=0&c=1&k=2", "1,449.99885");
}

#[test]
fn writes_cost_their_price_for_as_long_as_they_are_kept() {
    // Of 1,000 M: 500 read, 100 written, 400 neither. Five minutes:
    // 500 × 0.3 + 100 × 3.75 + 400 × 3 = 150 + 375 + 1,200 = 1,725.
    check(EXPLICIT, SONNET, "i=1000&o=0&c=0.5&k=5", "1,725");
    // An hour: 500 × 0.3 + 100 × 6 + 400 × 3 = 150 + 600 + 1,200 = 1,950.
    check(EXPLICIT, SONNET, "i=1000&o=0&c=0.5&k=5&l=1h", "1,950");
    // Cut to 20 ÷ 21 → 0.952381, 0.04761905 → 0.047619 written; of 2,000 M, and 100 M out:
    // 1,904.762 × 0.3 + 95.238 × 6 + 100 × 15 = 571.4286 + 571.428 + 1,500 = 2,642.8566.
    check(EXPLICIT, SONNET, "n=100000&i=20000&o=1000&c=1&k=20&l=1h", "2,642.8566");
    // For 500 M: 300 read, 300 ÷ 6 = 50 written for an hour at 2, 150 neither; 20 out.
    // 300 × 0.1 + 50 × 2 + 150 × 1 + 20 × 5 = 30 + 100 + 150 + 100 = 380.
    check(EXPLICIT, &format!("{HAIKU}, cache_write_1h 2"), "n=100000&i=5000&o=200&c=0.6&k=6&l=1h", "380");
}

#[test]
fn writes_for_an_hour_cost_what_five_minutes_do_where_only_that_is_known() {
    // Where caching is automatic too: of 1,000 M, 500 read, 100 written, 400 neither.
    // 500 × 1.5 + 100 × 18.75 + 400 × 15 = 750 + 1,875 + 6,000 = 8,625.
    check(AUTOMATIC, OPUS, "i=1000&o=0&c=0.5&k=5&l=1h", "8,625");
    // Of 20 M: 10 read, 2 written, 8 neither; 1 out.
    // 10 × 1.5 + 2 × 18.75 + 8 × 15 + 1 × 75 = 15 + 37.5 + 120 + 75 = 247.5.
    check(EXPLICIT, OPUS, "n=1000&i=20000&o=1000&c=0.5&k=5&l=1h", "247.5");
    // Of 500 M: 300 read, 50 written, 150 neither; 20 out.
    // 300 × 0.1 + 50 × 1.25 + 150 × 1 + 20 × 5 = 30 + 62.5 + 150 + 100 = 342.5.
    check(EXPLICIT, HAIKU, "n=100000&i=5000&o=200&c=0.6&k=6&l=1h", "342.5");
    // Of 1,000 M: 900 read, 90 written, 10 neither. 900 × 1.5 + 90 × 18.75 + 10 × 15 = 1,350 + 1,687.5 + 150 = 3,187.5.
    check(EXPLICIT, OPUS, "i=1000&o=0&c=0.9&l=1h", "3,187.5");
}

#[test]
fn writes_without_a_price_cost_as_input_and_where_they_are_explicit_that_is_a_lower_bound() {
    // Of 1,000 M: 500 read, 100 written at 2, 400 neither. 500 × 0.5 + 100 × 2 + 400 × 2 = 1,250.
    bound(EXPLICIT, CACHED, "i=1000&o=0&c=0.5&k=5", "1,250", true);
    // Of 500 M: 300 read, 300 ÷ 4 = 75 written, 125 neither; 20 out.
    // 300 × 0.31 + 75 × 1.25 + 125 × 1.25 + 20 × 10 = 93 + 93.75 + 156.25 + 200 = 543.
    bound(EXPLICIT, GEMINI_PRO, "n=10000&i=50000&o=2000&c=0.6&k=4", "543", true);
    // An hour has none either. Of 1,000 M: 500 read, 50 written, 450 neither; 500 out.
    // 500 × 0.07 + 50 × 0.27 + 450 × 0.27 + 500 × 1.1 = 35 + 13.5 + 121.5 + 550 = 720.
    bound(EXPLICIT, DEEPSEEK, "i=1000&o=500&c=0.5&l=1h", "720", true);
    // Where nobody asks for a write, input is what it costs: the same sums, and they are no bounds.
    // 500 × 0.5 + 100 × 2 + 400 × 2 = 1,250.
    bound(AUTOMATIC, CACHED, "i=1000&o=0&c=0.5&k=5", "1,250", false);
    // 300 × 0.31 + 75 × 1.25 + 125 × 1.25 + 20 × 10 = 543.
    bound(AUTOMATIC, GEMINI_PRO, "n=10000&i=50000&o=2000&c=0.6&k=4", "543", false);
    // 500 × 0.07 + 50 × 0.27 + 450 × 0.27 + 500 × 1.1 = 720.
    bound(AUTOMATIC, DEEPSEEK, "i=1000&o=500&c=0.5&l=1h", "720", false);
}

#[track_caller]
fn bound(terms: Terms, prices: &str, link: &str, total: &str, is_bound: bool) {
    check(terms, prices, link, total);
    let bill = bill(&price(prices), &terms, &traffic(link)).unwrap();
    assert_eq!(bill.assumptions.into_iter().any(Assumption::is_bound), is_bound, "{prices} × {link}");
}

#[test]
fn without_a_cache_read_price_cached_tokens_are_input() {
    // 800 × 0.1 + 250 × 0.3 = 80 + 75 = 155.
    check(AUTOMATIC, STEP, "c=0.9", "155");
    // 600 M in, 80 M out. 600 × 0.3 + 80 × 2.5 = 180 + 200 = 380.
    check(EXPLICIT, GEMINI_FLASH, "n=200000&i=3000&o=400&c=0.5&k=1", "380");
    // History too: prompts of 800 + 1,850 = 2,650, answers of 2 × 250 = 500. 2,650 × 0.1 + 500 × 0.3 = 265 + 150 = 415.
    check(AUTOMATIC, STEP, "y=2&h=0.9", "415");
}

#[test]
fn cached_tokens_in_batches_need_a_cache_price_of_batches() {
    // None is known, so everything in batches is input: 800 × 1.25 + 250 × 5 = 2,250.
    check(AUTOMATIC, GPT_4O, "c=0.5&b=1", "2,250");
    // The half in batches: 400 × 1.25 + 125 × 5 = 1,125. Of the other 400: 200 read, 20 written, 180 neither:
    // 200 × 1.25 + 20 × 2.5 + 180 × 2.5 + 125 × 10 = 2,000. 1,125 + 2,000 = 3,125.
    check(AUTOMATIC, GPT_4O, "c=0.5&b=0.5", "3,125");
    // Of 100 M half in batches at 1.5. Of the other 50: 45 read, 4.5 written, 0.5 neither; no output.
    // 50 × 1.5 = 75, 45 × 0.3 + 4.5 × 3.75 + 0.5 × 3 = 13.5 + 16.875 + 1.5 = 31.875. 75 + 31.875 = 106.875.
    check(EXPLICIT, SONNET, "n=10000&i=10000&o=0&c=0.9&b=0.5", "106.875");
    // One is known. Of 1,000 M: 500 read, 100 written, 400 neither. 500 × 0.25 + 100 × 1 + 400 × 1 = 625.
    check(AUTOMATIC, CACHED_IN_BATCHES, "i=1000&o=0&c=0.5&k=5&b=1", "625");
    // 0.4 of that: 0.4 × 625 = 250, and 0.6 of the standard bill: 0.6 × 1,250 = 750. 250 + 750 = 1,000.
    check(EXPLICIT, CACHED_IN_BATCHES, "i=1000&o=0&c=0.5&k=5&b=0.4", "1,000");
}

#[test]
fn prompts_shorter_than_a_cache_takes_are_all_input() {
    // 1,023 is one too few: 1,023 × 3 = 3,069.
    check(at_least(1_024, EXPLICIT), SONNET, "i=1023&o=0&c=0.5&k=5", "3,069");
    // 1,024 is enough: 512 read, 102.4 written, 409.6 neither.
    // 512 × 0.3 + 102.4 × 3.75 + 409.6 × 3 = 153.6 + 384 + 1,228.8 = 1,766.4.
    check(at_least(1_024, EXPLICIT), SONNET, "i=1024&o=0&c=0.5&k=5", "1,766.4");
    // 4,000 of 4,096: 40 M in, 1 M out. 40 × 1 + 1 × 5 = 45.
    check(at_least(4_096, EXPLICIT), HAIKU, "n=10000&i=4000&o=100&c=0.9", "45");
    // 5,000 are enough; of 50 M: 40 read, 40 ÷ 8 = 5 written, 5 neither; 1 out.
    // 40 × 0.1 + 5 × 1.25 + 5 × 1 + 1 × 5 = 4 + 6.25 + 5 + 5 = 20.25.
    check(at_least(4_096, EXPLICIT), HAIKU, "n=10000&i=5000&o=100&c=0.8&k=8", "20.25");
    // As the side counts them: 3,500 × 1.2 = 4,200. Of 42 M: 21 read, 4.2 written, 16.8 neither.
    // 21 × 0.1 + 4.2 × 1.25 + 16.8 × 1 = 2.1 + 5.25 + 16.8 = 24.15.
    check(at_least(4_096, EXPLICIT), HAIKU, "n=10000&i=3500&o=0&c=0.5&k=5&f=1.2", "24.15");
    // In a task the first of 1,000 + 2,200 + 3,400 = 6,600 is input. Of all, 3,000 ÷ 6,600 → 0.454545 are new and
    // written, 3,600 ÷ 6,600 → 0.545455 were sent before and are read; of the 5,600 that are long enough as well:
    // 5,600 × 0.545455 = 3,054.548 and 5,600 × 0.454545 = 2,545.452; 3 × 200 = 600 out.
    // 1,000 × 3 + 3,054.548 × 0.3 + 2,545.452 × 3.75 + 600 × 15 = 22,461.8094.
    check(at_least(2_048, EXPLICIT), SONNET, "y=3&i=1000&o=200&h=1", "22,461.8094");
}

#[test]
fn of_prompts_of_different_lengths_the_long_enough_ones_are_cached() {
    // Mean 5,000 and 95 of 100 below 15,000: σ = 0.931889, μ = 8.082985. Tokens in prompts of 4,096 or more, which are
    // those above 4,095: 1 − Φ((ln 4,095 − μ − σ²) ÷ σ) = 0.751814. 5,000 × 0.751814 = 3,759.07, half of it read,
    // a fifth of that written: 1,879.535, 375.907, and 3,759.07 − 1,879.535 − 375.907 = 1,503.628 neither.
    // The short ones: 5,000 − 3,759.07 = 1,240.93.
    // 1,879.535 × 0.1 + 375.907 × 1.25 + 1,503.628 × 1 + 1,240.93 × 1 = 3,402.39525.
    check(at_least(4_096, EXPLICIT), HAIKU, "i=5000&j=15000&o=0&c=0.5&k=5", "3,402.39525");
    // Mean 800, 95 of 100 below 2,000: σ = 0.710529, μ = 6.432186; tokens above 1,023: 0.503674.
    // 800 × 0.503674 = 402.9392, half of it read, a tenth of that written: 201.4696, 20.14696, and
    // 402.9392 − 201.4696 − 20.14696 = 181.32264 neither. The short ones: 800 − 402.9392 = 397.0608.
    // 201.4696 × 0.3 + 20.14696 × 3.75 + 181.32264 × 3 + 397.0608 × 3 = 1,871.1423.
    check(at_least(1_024, EXPLICIT), SONNET, "i=800&j=2000&o=0&c=0.5", "1,871.1423");
    // Mean 1,000, 95 of 100 below 3,000: σ = 0.931889, μ = 6.473547; tokens above 1,023: 0.67059.
    // 1,000 × 0.67059 = 670.59, of which 0.4 × 670.59 = 268.236 are read; all else is input, 1,000 − 268.236 = 731.764.
    // 268.236 × 0.075 + 731.764 × 0.15 + 250 × 0.6 = 20.1177 + 109.7646 + 150 = 279.8823.
    check(at_least(1_024, AUTOMATIC), GPT_4O_MINI, "i=1000&j=3000&c=0.4", "279.8823");
}
