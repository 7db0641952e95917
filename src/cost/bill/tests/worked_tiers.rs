//! Bills worked out by hand: prices of long prompts, prompts of different lengths, and tasks of many requests.
//!
//! `M` is a million tokens, and prices are dollars for one of them. An arrow is a rounding. Lengths are log-normal:
//! with mean m and 95th percentile q, σ = 1.644854 − √(1.644854² − 2 ln(q ÷ m)) and μ = ln m − σ² ÷ 2. Above T are
//! 1 − Φ((ln T − μ) ÷ σ) of the requests and 1 − Φ((ln T − μ − σ²) ÷ σ) of the tokens, both to the millionth, where
//! Φ(z) = (1 + erf(z ÷ √2)) ÷ 2.

use super::worked::*;
use super::*;

const QWEN: &str = "input 1.2, output 6; above 32000: input 2.4, output 12; above 128000: input 3, output 15";
const MARGINAL: &str = "input 2, output 8; beyond 1000: input 4";

#[test]
fn a_tier_moves_the_whole_prompt_and_its_answer_strictly_above_its_threshold() {
    // 200 M and 1 M, at the threshold: 200 × 1.25 + 1 × 10 = 260.
    check(EXPLICIT, GEMINI_PRO, "n=1000&i=200000&o=1000", "260");
    // One token more: 200.001 × 2.5 + 1 × 15 = 500.0025 + 15 = 515.0025.
    check(EXPLICIT, GEMINI_PRO, "n=1000&i=200001&o=1000", "515.0025");
    // Of 25 M: 20 read, 20 ÷ 8 = 2.5 written, 2.5 neither; 0.2 out.
    // 20 × 0.6 + 2.5 × 7.5 + 2.5 × 6 + 0.2 × 22.5 = 12 + 18.75 + 15 + 4.5 = 50.25.
    check(EXPLICIT, SONNET, "n=100&i=250000&o=2000&c=0.8&k=8", "50.25");
    // Writes without a price cost the input price of the tier: 400 M, of which 200 read, 40 written, 160 neither.
    // 200 × 0.625 + 40 × 2.5 + 160 × 2.5 + 0.5 × 15 = 125 + 100 + 400 + 7.5 = 632.5.
    check(EXPLICIT, GEMINI_PRO, "n=1000&i=400000&o=500&c=0.5&k=5", "632.5");
    // Batches with tier prices of their own: 300 M and 1 M, half of them in batches.
    // 150 × 1.25 + 0.5 × 7.5 = 191.25 and 150 × 2.5 + 0.5 × 15 = 382.5. 191.25 + 382.5 = 573.75.
    let prices = "input 1.25, output 10, batch_input 0.625, batch_output 5; \
        above 200000: input 2.5, output 15, batch_input 1.25, batch_output 7.5";
    check(EXPLICIT, prices, "n=1000&i=300000&o=1000&b=0.5", "573.75");
}

#[test]
fn a_class_that_a_tier_omits_keeps_its_base_price() {
    // 1.001 M in at 4, 0.5 M out at 8: 1.001 × 4 + 0.5 × 8 = 8.004.
    check(EXPLICIT, "input 2, output 8; above 1000: input 4", "n=1000&i=1001&o=500", "8.004");
    // Not the price of the tier below: 2,500 × 3 + 100 × 5 = 8,000.
    let prices = "input 1, output 5; above 1000: input 2, output 10; above 2000: input 3";
    check(EXPLICIT, prices, "i=2500&o=100", "8,000");
    // Writes for an hour: 20 × 0.6 + 2.5 × 6 + 2.5 × 6 + 0.2 × 22.5 = 12 + 15 + 15 + 4.5 = 46.5.
    check(EXPLICIT, SONNET, "n=100&i=250000&o=2000&c=0.8&k=8&l=1h", "46.5");
    // Batches: 25 × 1.5 + 0.2 × 7.5 = 37.5 + 1.5 = 39.
    check(EXPLICIT, SONNET, "n=100&i=250000&o=2000&b=1", "39");
}

#[test]
fn prompts_whose_95th_percentile_is_their_mean_are_all_alike() {
    // At the threshold, not above it: 200 × 1.25 + 1 × 10 = 260.
    check(EXPLICIT, GEMINI_PRO, "n=1000&i=200000&j=200000&o=1000", "260");
}

#[test]
fn of_several_tiers_the_highest_that_is_exceeded_counts() {
    // 32 × 1.2 + 1 × 6 = 44.4.
    check(EXPLICIT, QWEN, "n=1000&i=32000&o=1000", "44.4");
    // 100 × 2.4 + 1 × 12 = 252.
    check(EXPLICIT, QWEN, "n=1000&i=100000&o=1000", "252");
    // 128 × 2.4 + 1 × 12 = 319.2.
    check(EXPLICIT, QWEN, "n=1000&i=128000&o=1000", "319.2");
    // 128.001 × 3 + 1 × 15 = 399.003.
    check(EXPLICIT, QWEN, "n=1000&i=128001&o=1000", "399.003");
}

#[test]
fn a_marginal_tier_moves_only_what_of_the_prompt_is_beyond_its_threshold() {
    // With prompts that are too short to be cached: 1,400 and 1,400 + 200 + 1,400 = 3,000, of which 1,600 ÷ 4,400 → 0.363636
    // are read and the rest is written, of the second alone. Below the threshold 1,000 of each, beyond it 400 and 2,000.
    // 363.636 × 0.5 + 636.364 × 2 + 1,000 × 2 = 181.818 + 1,272.728 + 2,000 = 3,454.546.
    // 727.272 × 1 + 1,272.728 × 4 + 400 × 4 = 727.272 + 5,090.912 + 1,600 = 7,418.184.
    // 3,454.546 + 7,418.184 + 400 × 8 = 14,072.73.
    let prices = "input 2, output 8, cache_read 0.5; beyond 1000: input 4, cache_read 1";
    check(Terms { cache_min: Some(Tokens(2_000)), ..AUTOMATIC }, prices, "y=2&i=1400&o=200&h=1", "14,072.73");
    // 1,000 × 2 + 500 × 4 + 100 × 8 = 2,000 + 2,000 + 800 = 4,800.
    check(EXPLICIT, MARGINAL, "i=1500&o=100", "4,800");
    // 1,000 × 2 + 100 × 8 = 2,800.
    check(EXPLICIT, MARGINAL, "i=1000&o=100", "2,800");
    // The answer stays where it is, even if the tier names it: 1,000 × 2 + 500 × 4 + 100 × 8 = 4,800.
    check(EXPLICIT, "input 2, output 8; beyond 1000: input 4, output 16", "i=1500&o=100", "4,800");
    // 1,000 × 1 + 2,000 × 2 + 2,000 × 3 = 1,000 + 4,000 + 6,000 = 11,000.
    check(EXPLICIT, "input 1, output 4; beyond 1000: input 2; beyond 3000: input 3", "i=5000&o=0", "11,000");
    // Half of each part is read: 500 × 0.5 + 500 × 2 + 1,000 × 1 + 1,000 × 4 = 250 + 1,000 + 1,000 + 4,000 = 6,250.
    let prices = "input 2, output 8, cache_read 0.5; beyond 1000: input 4, cache_read 1";
    check(AUTOMATIC, prices, "i=3000&o=0&c=0.5&k=5", "6,250");
    // Of a task's prompts of 800 and 800 + 250 + 800 = 1,850: 800 + 1,000 = 1,800 below, 850 beyond, 2 × 250 = 500 out.
    // 1,800 × 2 + 850 × 4 + 500 × 8 = 3,600 + 3,400 + 4,000 = 11,000.
    check(EXPLICIT, MARGINAL, "y=2", "11,000");
}

#[test]
fn of_prompts_of_different_lengths_the_tail_is_above_the_threshold() {
    // σ = 0.496268, μ = 11.389785: 0.05 of the requests, 0.125363 of the tokens.
    // Of 10,000 M: 10,000 × 0.125363 = 1,253.63 above, 10,000 − 1,253.63 = 8,746.37 below.
    // Of 100 M out: 100 × 0.05 = 5 above, 100 − 5 = 95 below.
    // 1,253.63 × 2.5 + 8,746.37 × 1.25 = 3,134.075 + 10,932.9625 = 14,067.0375, 5 × 15 + 95 × 10 = 1,025.
    // 14,067.0375 + 1,025 = 15,092.0375.
    check(EXPLICIT, GEMINI_PRO, "n=100000&i=100000&j=200000&o=1000", "15,092.0375");
    // σ = 1.099328, μ = 10.397838: 0.05 and 0.292696. Of 60 M: 60 × 0.292696 = 17.56176 above, 60 − 17.56176 = 42.43824
    // below; of 2 M out 0.1 above, 1.9 below.
    // 17.56176 × 6 + 42.43824 × 3 + 0.1 × 22.5 + 1.9 × 15 = 105.37056 + 127.31472 + 2.25 + 28.5 = 263.43528.
    check(EXPLICIT, SONNET, "n=1000&i=60000&j=200000&o=2000", "263.43528");
    // Two thresholds, σ = 0.667814, μ = 10.596790: above 32,000 are 0.630951 and 0.841873, above 128,000 are 0.040798
    // and 0.141483. Between them: 0.630951 − 0.040798 = 0.590153 and 0.841873 − 0.141483 = 0.70039. Below both:
    // 1 − 0.630951 = 0.369049 and 1 − 0.841873 = 0.158127.
    // 0.158127 × 1.2 + 0.70039 × 2.4 + 0.141483 × 3 = 2.2951374, of 50,000 M: 50,000 × 2.2951374 = 114,756.87.
    // 0.369049 × 6 + 0.590153 × 12 + 0.040798 × 15 = 9.9081, of 1,000 M: 1,000 × 9.9081 = 9,908.1.
    // 114,756.87 + 9,908.1 = 124,664.97.
    check(EXPLICIT, QWEN, "i=50000&j=120000&o=1000", "124,664.97");
    // σ = 0.782366, μ = 11.612342: 0.223959 and 0.509364. Of 150 M: 150 × 0.509364 = 76.4046 above,
    // 150 − 76.4046 = 73.5954 below. Half of each is read, all else is input.
    // Of 1 M out 0.223959 is above, 1 − 0.223959 = 0.776041 below.
    // Above: 38.2023 × 0.625 + 38.2023 × 2.5 + 0.223959 × 15 = 122.7415725.
    // Below: 36.7977 × 0.31 + 36.7977 × 1.25 + 0.776041 × 10 = 65.164822. 122.7415725 + 65.164822 = 187.9063945.
    check(AUTOMATIC, GEMINI_PRO, "n=1000&i=150000&j=400000&o=1000&c=0.5", "187.9063945");
    // Tried 1.1 times, the first bill is 15,092.0375 × 1.1 = 16,601.24125.
    check(EXPLICIT, GEMINI_PRO, "n=100000&i=100000&j=200000&o=1000&a=2&s=0.9", "16,601.24125");
    // With a shortest prompt to cache of 4,000: above 3,999 are 0.998708 of the tokens, above 200,000 still 0.292696.
    // Of 60 M: 17.56176 above, 60 × 0.998708 = 59.92248, 59.92248 − 17.56176 = 42.36072 below and cached,
    // 60 − 59.92248 = 0.07752 too short. Of what is cached half is read, 0.05 written, 0.45 neither, so that a million
    // costs 0.5 × 0.6 + 0.05 × 7.5 + 0.45 × 6 = 3.375 above and 0.5 × 0.3 + 0.05 × 3.75 + 0.45 × 3 = 1.6875 below.
    // 17.56176 × 3.375 + 42.36072 × 1.6875 + 0.07752 × 3 = 130.987215.
    let terms = Terms { cache_min: Some(Tokens(4_000)), ..EXPLICIT };
    check(terms, SONNET, "n=1000&i=60000&j=200000&o=0&c=0.5", "130.987215");
}

#[test]
fn of_prompts_of_different_lengths_a_marginal_tier_takes_what_is_beyond() {
    // σ = 0.496268, μ = 6.784614: above 1,000 are 0.402015 of the requests and 0.597985 of the tokens. Beyond it are
    // 1,000 × 0.597985 − 1,000 × 0.402015 = 195.97 of 1,000 tokens, below 1,000 − 195.97 = 804.03.
    // 804.03 × 2 + 195.97 × 4 + 100 × 8 = 1,608.06 + 783.88 + 800 = 3,191.94.
    check(EXPLICIT, MARGINAL, "i=1000&j=2000&o=100", "3,191.94");
}

#[test]
fn prompts_are_all_alike_where_no_distribution_has_the_lengths() {
    // No mean is above the 95th percentile of a distribution like this: 200 × 1.25 + 1 × 10 = 260.
    check(EXPLICIT, GEMINI_PRO, "n=1000&i=200000&j=150000&o=1000", "260");
    // And no percentile is more than 3.86 times the mean: 100 × 1.25 + 1 × 10 = 135.
    check(EXPLICIT, GEMINI_PRO, "n=1000&i=100000&j=387000&o=1000", "135");
}

#[test]
fn each_prompt_of_a_task_has_the_history_before_it() {
    // Prompts: 1,000 + 2,200 + 3,400 = 6,600; answers: 3 × 200 = 600; 66 M and 6 M. 66 × 2.5 + 6 × 10 = 225.
    check(AUTOMATIC, GPT_4O, "n=10000&y=3&i=1000&o=200", "225");
    // A call of a tool in each of two turns: 1,000, 1,000 + 200 + 500 = 1,700, 1,700 + 200 + 1,000 = 2,900,
    // 2,900 + 200 + 500 = 3,600. Together 1,000 + 1,700 + 2,900 + 3,600 = 9,200; answers: 4 × 200 = 800.
    // 9.2 × 3 + 0.8 × 15 = 27.6 + 12 = 39.6.
    check(EXPLICIT, SONNET, "n=1000&y=2&z=1&x=500&i=1000&o=200", "39.6");
    // Reasoning is billed in each request and is no history: 2,000 + 3,100 + 4,200 + 5,300 = 14,600;
    // answers: 4 × 100 = 400; reasoning: 4 × 400 = 1,600; so 146 M, 4 M and 16 M.
    // 146 × 2 + 4 × 8 + 16 × 8 = 292 + 32 + 128 = 452.
    check(AUTOMATIC, CACHED, "n=10000&z=3&x=1000&i=2000&o=100&t=400", "452");
    // Nothing is sent but tools' results: 0, 50 + 30 = 80, 80 + 50 + 30 = 160; answers: 3 × 50 = 150.
    // 240 × 0.3 + 150 × 2.5 = 72 + 375 = 447.
    check(EXPLICIT, GEMINI_FLASH, "z=2&x=30&i=0&o=50", "447");
}

#[test]
fn what_of_a_task_was_sent_before_is_read_and_what_is_new_is_written() {
    // Of 9,200 are new 2 × (1,000 + 500) = 3,000, sent before 9,200 − 3,000 = 6,200. 6,200 ÷ 9,200 → 0.673913 is read,
    // 3,000 ÷ 9,200 → 0.326087 written. Of 9.2 M: 9.2 × 0.673913 = 6.1999996 and 9.2 × 0.326087 = 3.0000004; 0.8 out.
    // 6.1999996 × 0.3 + 3.0000004 × 3.75 + 0.8 × 15 = 1.85999988 + 11.2500015 + 12 = 25.11000138.
    check(EXPLICIT, SONNET, "n=1000&y=2&z=1&x=500&i=1000&o=200&h=1", "25.11000138");
    // Nine tenths of that: 0.9 × 6,200 ÷ 9,200 → 0.606522 read, 0.9 × 3,000 ÷ 9,200 → 0.293478 written, as input.
    // Of 9,200 M: 9,200 × 0.606522 = 5,580.0024 read, 9,200 − 5,580.0024 = 3,619.9976 input; 800 out.
    // 5,580.0024 × 0.07 + 3,619.9976 × 0.27 + 800 × 1.1 = 390.600168 + 977.399352 + 880 = 2,247.99952.
    check(AUTOMATIC, DEEPSEEK, "y=2&z=1&x=500&i=1000&o=200&h=0.9", "2,247.99952");
    // For an hour, and half of it found: of 1,000 + 2,500 = 3,500 are 2,000 new and 1,500 not; 0.5 × 1,500 ÷ 3,500 →
    // 0.214286 is read, 0.5 × 2,000 ÷ 3,500 → 0.285714 written, 0.5 neither. Of 35 M: 35 × 0.214286 = 7.50001,
    // 35 × 0.285714 = 9.99999 and 35 × 0.5 = 17.5; 10 out.
    // 7.50001 × 0.3 + 9.99999 × 6 + 17.5 × 3 + 10 × 15 = 2.250003 + 59.99994 + 52.5 + 150 = 264.749943.
    check(EXPLICIT, SONNET, "n=10000&y=2&i=1000&o=500&h=0.5&l=1h", "264.749943");
    // A single request has no history: 800 × 2 + 250 × 8 = 3,600.
    check(AUTOMATIC, CACHED, "h=0.9", "3,600");
}

#[test]
fn each_request_of_a_task_falls_into_its_own_tier() {
    // Prompts of 90,000 and 190,000 stay, 290,000 does not: 100 × 280,000 = 28 M and 100 × 290,000 = 29 M; 2 M and 1 M
    // out.
    // 28 × 1.25 + 2 × 10 + 29 × 2.5 + 1 × 15 = 35 + 20 + 72.5 + 15 = 142.5.
    check(EXPLICIT, GEMINI_PRO, "n=100&y=3&i=90000&o=10000", "142.5");
    // 150,000 and 350,000, of which 300,000 are new: 200,000 ÷ 500,000 = 0.4 is read, 300,000 ÷ 500,000 = 0.6 written.
    // Of 1.5 M: 0.6 × 0.3 + 0.9 × 3.75 = 3.555. Of 3.5 M: 1.4 × 0.6 + 2.1 × 7.5 = 16.59.
    // Out: 0.5 × 15 + 0.5 × 22.5 = 18.75. 3.555 + 16.59 + 18.75 = 38.895.
    check(EXPLICIT, SONNET, "n=10&y=2&i=150000&o=50000&h=1", "38.895");
    // 30,000, 30,000 + 1,000 + 1,000 = 32,000 and 34,000, tried 1.5 times: 62 × 1.2 + 2 × 6 + 34 × 2.4 + 1 × 12 = 180.
    // 180 × 1.5 = 270.
    check(EXPLICIT, QWEN, "n=1000&z=2&x=1000&i=30000&o=1000&a=2&s=0.5", "270");
}
